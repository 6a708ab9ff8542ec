import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../root';
import { englishFile, readMessages, textOf } from '.';

const file = path.join(ROOT, 'translations', 'en.json');
const english = englishFile(readMessages(ROOT));
writeFileSync(file, textOf(english));
console.log(`${Object.keys(english.messages).length} texts in ${path.relative(ROOT, file)}`);

import path from 'node:path';
import { ROOT } from '../workbench/root';

/** Where results, profiles and what is measured with are put; git ignores it. */
export const RESULTS = path.join(ROOT, 'bench', 'results');

import { readStoredScripts } from '../../cluster';
import { callsInText } from '../calls';
import type { Source } from '../source';
import { underModelIdKey } from './model_id_keys';

/** Stored search templates, mostly JSON with placeholders in it, and stored scripts. */
export const storedScripts: Source = {
  kind: 'stored_script',
  read: readStoredScripts,
  expectsModelId: underModelIdKey,
  // names of languages, which may be spelled as a custom id is
  ignores: ([part]) => part !== 'source',
  callsAnywhere: true,
  calls: ({ source }) => callsInText(source, ['source']),
};

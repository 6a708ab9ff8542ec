import { MODEL_STATES } from '../../common/models/model_state';
import type { Problem } from '../../common/models/troubled';
import { valueAt } from '../cluster/json';
import type { JsonRecord } from '../cluster/json';

/** After this long, in ms, nothing of it goes on: uploads and deploys take minutes. */
const LONG_MS = 60 * 60 * 1_000;

const PROBLEM_OF_STATE: Readonly<Record<string, Problem>> = {
  DEPLOY_FAILED: 'deploy_failed',
  LOAD_FAILED: 'deploy_failed',
  DEPLOYING: 'deploying',
  LOADING: 'deploying',
  REGISTERING: 'registering',
  UPLOADING: 'registering',
};

/** What is wrong with a model by its state, if it has been in that for long. */
export function problemOfState(source: JsonRecord, now: number): Problem | null {
  const updated = source.last_updated_time;
  if (typeof updated !== 'number' || now - updated < LONG_MS) return null;
  return PROBLEM_OF_STATE[String(source.model_state)] ?? null;
}

/** The frameworks that ML Commons knows (BaseModelConfig.FrameworkType). */
const FRAMEWORKS: ReadonlySet<unknown> = new Set([
  'HUGGINGFACE_TRANSFORMERS',
  'SENTENCE_TRANSFORMERS',
  'HUGGINGFACE',
]);

/**
 * Whether a document looks like one that ML Commons can't read: without its state or its function,
 * with a state or a framework of another version, or, since 3.1, a remote text embedding model
 * without a space type. Whether it really can't is for ML Commons to say.
 */
export function mayBeUnreadable(
  source: JsonRecord,
  { asksForSpaceType }: { asksForSpaceType: boolean }
): boolean {
  const { model_state: state, algorithm } = source;
  const framework = valueAt(source, 'model_config', 'framework_type');
  const type = String(valueAt(source, 'model_config', 'model_type')).toLowerCase();
  const spaceType = valueAt(source, 'model_config', 'additional_config', 'space_type');
  return (
    typeof algorithm !== 'string' ||
    !MODEL_STATES.some((one) => one === state) ||
    (framework !== undefined && !FRAMEWORKS.has(String(framework).toUpperCase())) ||
    (asksForSpaceType &&
      algorithm === 'REMOTE' &&
      type === 'text_embedding' &&
      spaceType === undefined)
  );
}

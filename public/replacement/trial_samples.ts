import type { DependentKind } from '../../common/dependents/kinds';
import { nodeKey } from '../../common/dependents/kinds';
import { parseJsonObject } from './json_object';

/** What the admin has typed to try things with. */
export interface TrialSamples {
  /** For everything that has no sample of its own. */
  text: string;
  /** Of single pipelines, by `nodeKey`. */
  own: ReadonlyMap<string, TypedSample>;
}

/** What is typed for one pipeline alone: both may be empty. */
export interface TypedSample {
  json: string;
  /** The name of the index whose document is used, or that is searched. */
  index: string;
}

export const NOTHING_TYPED: TypedSample = { json: '', index: '' };

export const NO_SAMPLES: TrialSamples = { text: '', own: new Map() };

/** What a pipeline's own sample is; null for what takes none. */
export function ownSampleKind(kind: DependentKind): 'document' | 'search' | null {
  switch (kind) {
    case 'ingest_pipeline':
      return 'document';
    case 'search_pipeline':
      return 'search';
    default:
      return null;
  }
}

type OwnSample =
  { kind: 'none' } | { kind: 'wrong' } | { kind: 'given'; sample: Record<string, unknown> };

/** What is typed for one pipeline alone: `wrong` where it is no JSON object. */
export function readOwnSample(
  { own }: TrialSamples,
  tried: { kind: DependentKind; id: string }
): OwnSample {
  const { json } = own.get(nodeKey(tried)) ?? NOTHING_TYPED;
  if (ownSampleKind(tried.kind) === null || json.trim() === '') return { kind: 'none' };
  const sample = parseJsonObject(json);
  return sample ? { kind: 'given', sample } : { kind: 'wrong' };
}

/** What something is tried with: its own sample, else the text; undefined where there is neither. */
export function sampleFor(
  samples: TrialSamples,
  tried: { kind: DependentKind; id: string }
): string | Record<string, unknown> | undefined {
  const own = readOwnSample(samples, tried);
  if (own.kind === 'given') return own.sample;
  return samples.text === '' ? undefined : samples.text;
}

/** The index that is typed for one pipeline; undefined where there is none. */
export function indexFor(
  { own }: TrialSamples,
  tried: { kind: DependentKind; id: string }
): string | undefined {
  const index = own.get(nodeKey(tried))?.index.trim() ?? '';
  return ownSampleKind(tried.kind) === null || index === '' ? undefined : index;
}

/** The samples with what is typed for one pipeline; with none of its own where all of it is empty. */
export function withOwnSample(
  samples: TrialSamples,
  key: string,
  typed: Partial<TypedSample>
): TrialSamples {
  const own = new Map(samples.own);
  const { json, index } = { ...NOTHING_TYPED, ...own.get(key), ...typed };
  if (json === '' && index === '') own.delete(key);
  else own.set(key, { json, index });
  return { ...samples, own };
}

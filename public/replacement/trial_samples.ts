import type { DependentKind } from '../../common/dependents/kinds';
import { nodeKey } from '../../common/dependents/kinds';
import { parseJsonObject } from './json_object';

/** What the admin has typed to try things with. */
export interface TrialSamples {
  /** For everything that has no sample of its own. */
  text: string;
  /** The JSON of single pipelines, by `nodeKey`, as it is typed. */
  own: ReadonlyMap<string, string>;
}

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
  const text = own.get(nodeKey(tried)) ?? '';
  if (ownSampleKind(tried.kind) === null || text.trim() === '') return { kind: 'none' };
  const sample = parseJsonObject(text);
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

/** The samples with another one of a pipeline's own; with none where nothing is typed. */
export function withOwnSample(samples: TrialSamples, key: string, text: string): TrialSamples {
  const own = new Map(samples.own);
  if (text === '') own.delete(key);
  else own.set(key, text);
  return { ...samples, own };
}

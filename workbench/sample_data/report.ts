import type { ModelKey } from './content/models';

/** The kinds of resources that sample data consist of, in the order in which they are made. */
export const sampleKinds = [
  'model_group',
  'connector',
  'model',
  'ingest_pipeline',
  'search_pipeline',
  'agent',
  'index_template',
  'index',
  'memory_container',
] as const;

export type SampleKind = (typeof sampleKinds)[number];

/**
 * What was done about one resource: `made`; `there` as it should be; `renewed` since what was
 * there named models that are gone; `skipped`, for a reason that the report gives.
 */
export type Outcome = 'made' | 'there' | 'renewed' | 'skipped';

/** What loading the sample data did. */
export interface SampleDataReport {
  version: string;
  seconds: number;
  made: number;
  there: number;
  renewed: number;
  skipped: { kind: SampleKind; name: string; reason: string }[];
  by_kind: Record<SampleKind, Record<Outcome, number>>;
  /** The ids of the models, by their key in the sample data. */
  model_ids: Partial<Record<ModelKey, string>>;
}

/** Collects what is done while sample data are loaded. */
export class Progress {
  private readonly counts = new Map<string, number>();
  private readonly skipped: SampleDataReport['skipped'] = [];
  private readonly started = Date.now();

  constructor(private readonly say: (line: string) => void) {}

  done(kind: SampleKind, name: string, outcome: Exclude<Outcome, 'skipped'>): void {
    this.count(kind, outcome);
    if (outcome !== 'there') this.say(`${kind.replace('_', ' ')} ${name}: ${outcome}`);
  }

  skip(kind: SampleKind, name: string, reason: string): void {
    this.count(kind, 'skipped');
    this.skipped.push({ kind, name, reason });
    this.say(`${kind.replace('_', ' ')} ${name}: skipped, ${reason}`);
  }

  report(version: string, modelIds: ReadonlyMap<ModelKey, string>): SampleDataReport {
    const of = (kind: SampleKind): Record<Outcome, number> => ({
      made: this.counts.get(`${kind} made`) ?? 0,
      there: this.counts.get(`${kind} there`) ?? 0,
      renewed: this.counts.get(`${kind} renewed`) ?? 0,
      skipped: this.counts.get(`${kind} skipped`) ?? 0,
    });
    const sum = (outcome: Outcome): number =>
      sampleKinds.reduce((total, kind) => total + of(kind)[outcome], 0);
    return {
      version,
      seconds: Math.round((Date.now() - this.started) / 100) / 10,
      made: sum('made'),
      there: sum('there'),
      renewed: sum('renewed'),
      skipped: this.skipped,
      by_kind: {
        model_group: of('model_group'),
        connector: of('connector'),
        model: of('model'),
        ingest_pipeline: of('ingest_pipeline'),
        search_pipeline: of('search_pipeline'),
        agent: of('agent'),
        index_template: of('index_template'),
        index: of('index'),
        memory_container: of('memory_container'),
      },
      model_ids: Object.fromEntries(modelIds),
    };
  }

  private count(kind: SampleKind, outcome: Outcome): void {
    const key = `${kind} ${outcome}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }
}

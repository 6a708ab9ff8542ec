/** Where the parts that a run has started are found: set by `start.ts`, read by the tests. */
export interface Environment {
  opensearchUrl: string;
  opensearchVersion: string;
  /** The admin's `authorization`, where the cluster has users. */
  adminAuthorization?: string;
  wireControlUrl: string;
  /** The workbench by the React that it runs, both on the same cluster. */
  hosts: Record<'16' | '18', string>;
  /** One more, on React 18, that doesn't wait for the cluster's answers as long. */
  impatientHost: string;
  /** One more, on React 18, that keeps the history of models. */
  historyHost: string;
  /** The folder that browsers share which follow each other, removed with the run. */
  browserProfile?: string;
  /** The file in which the hosts leave the lines of their log. */
  hostLog: string;
}

const VARIABLE = 'ML_MODELS_TEST_ENVIRONMENT';

/** A suite that starts less than all tells only of that. */
export function publishEnvironment(environment: Partial<Environment>): void {
  process.env[VARIABLE] = JSON.stringify(environment);
}

/** @throws Error outside a run of `npm test` or `npm run integration` */
export function environment(): Environment {
  const text = process.env[VARIABLE];
  if (text === undefined) throw new Error('The cluster of the tests is not running.');
  return JSON.parse(text) as Environment;
}

/** The folder of the profile that browsers share; undefined outside a run, as for screenshots. */
export function sharedProfile(): string | undefined {
  return process.env[VARIABLE] === undefined ? undefined : environment().browserProfile;
}

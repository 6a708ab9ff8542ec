/**
 * The integration tests that run on each release that is tested, by the name of their file, with what
 * differs between the releases. All others are of what the plugin itself does with the same answers,
 * and run on the newest.
 */
export const ON_EACH_RELEASE: Readonly<Record<string, string>> = {
  deletion: 'which dependents ML Commons looks for, and how it refuses',
  embed_again: 'semantic fields, since 3.1',
  further_places: 'the plugins that a release has, and their settings',
  last_second: 'what can be changed, and what a release answers to a delete then',
  models: 'the documents of models',
  new_indexes: 'the processors and fields that embed',
  outcomes: 'the words of refusals, and what is left of a delete that broke off',
  recovery: 'the definitions that ML Commons gives back, and what it takes',
  replacement_shapes: 'what can be changed: agents since 3.1',
  review: 'the states of models',
  safe_delete: 'whether there is the setting',
  switched_off: 'what can be turned off',
  undeploy: 'how ML Commons deploys and undeploys',
  unreadable: 'what ML Commons can’t read',
  ways_out: 'what can be changed: agents since 3.1',
};

/** The path of an integration test's file, as jest takes it. */
export function integrationTest(name: string): string {
  return `test/integration/${name}.test.ts`;
}

import { ensureBuilt } from '../../workbench/packaging';

/** Builds the plugin, once; what it runs on is started by the tests, since they kill it. */
export default async function build(): Promise<void> {
  await ensureBuilt({ say: (line) => console.log(line) });
}

import { parseArgs } from 'node:util';
import { buildZips } from './build_zips';
import { DASHBOARDS_VERSIONS, DEFAULT_DASHBOARDS_VERSION } from './names';

const usage = `Usage: npm run build -- [--dashboards <x.y.z>]… [--all] [--out <folder>] [--root <folder>]

  --dashboards  the version of OpenSearch Dashboards to build for (default ${DEFAULT_DASHBOARDS_VERSION})
  --all         builds for all supported versions; SHA256SUMS has the checksums of the zips
  --out         where the plugin's folder and zip go (default build/)
  --root        the project to build (default this one)`;

/** Runs a build as told on the command line; gives the exit code. */
export async function buildFromCommandLine(args: readonly string[]): Promise<number> {
  let options;
  try {
    options = parseArgs({
      args: [...args],
      options: {
        dashboards: { type: 'string', multiple: true },
        out: { type: 'string' },
        root: { type: 'string' },
        all: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    console.log(usage);
    return 0;
  }
  try {
    const { out, root, dashboards = [DEFAULT_DASHBOARDS_VERSION], all } = options;
    await buildZips(all ? DASHBOARDS_VERSIONS : dashboards, { out, root });
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../root';
import { withLock } from '../setup/lock.mjs';
import { buildBrowserHalf } from './browser_half';
import { MANIFEST, readManifest } from './manifest';
import type { Manifest } from './manifest';
import { DEFAULT_DASHBOARDS_VERSION, ZIP_FOLDER } from './names';
import { buildServerHalf } from './server_half';
import { SBOM_FILE, softwareBillOfMaterials } from './sbom';
import { sourcesDigest } from './sources';
import { zipFolder } from './zip';

export interface BuildOptions {
  /** The project to build. */
  root?: string;
  /** Where the plugin's folder and its zip go. */
  out?: string;
  /** The version of OpenSearch Dashboards that the plugin is to be installed in. */
  dashboardsVersion?: string;
  say?: (line: string) => void;
}

export interface Built {
  /** The prebuilt plugin, as it stands in `plugins/` of the platform. */
  folder: string;
  zip: string;
  /** False where an earlier build was of the same sources. */
  fresh: boolean;
}

type Options = Required<BuildOptions>;

/** Files that go in as they are, where the project has them. */
const AS_THEY_ARE = ['LICENSE', 'NOTICE', '.i18nrc.json', 'translations'];

/**
 * Builds the plugin's folder, laid out as the platform finds plugins, and the zip for its installer.
 * A failed build leaves the earlier one in place.
 */
export async function buildPlugin(options: BuildOptions = {}): Promise<Built> {
  const all = withDefaults(options);
  return alone(all, () => build(all));
}

/** The build of the sources as they are now: the earlier one, where it is of the same. */
export async function ensureBuilt(options: BuildOptions = {}): Promise<Built> {
  const all = withDefaults(options);
  const { root, dashboardsVersion } = all;
  return alone(all, async () => {
    const { folder, zip, stamp } = places(all, readManifest(root).id);
    const isThere = [folder, zip, stamp].every((place) => existsSync(place));
    return isThere && readFileSync(stamp, 'utf8') === sourcesDigest(root, dashboardsVersion)
      ? { folder, zip, fresh: false }
      : build(all);
  });
}

/** Of several processes that build to one place, one does at a time. */
function alone<T>({ out, say }: Options, work: () => Promise<T>): Promise<T> {
  const onWait = (pid: number) => say(`Process ${pid} is building: waiting for its end`);
  return withLock(path.join(out, '.lock'), { waitSeconds: 300, onWait }, work);
}

async function build(options: Options): Promise<Built> {
  const { root, out, dashboardsVersion, say } = options;
  const started = Date.now();
  const manifest = readManifest(root);
  const built = places(options, manifest.id);
  const digest = sourcesDigest(root, dashboardsVersion);
  const draft = path.join(out, '.draft');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    await fill(draft, manifest, options);
    await rm(built.stamp, { force: true });
    await zipFolder(draft, `${ZIP_FOLDER}/${manifest.id}`, built.zip);
    await rm(built.folder, { recursive: true, force: true });
    await mkdir(path.dirname(built.folder), { recursive: true });
    await rename(draft, built.folder);
    await writeFile(built.stamp, digest);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  say(`Built ${path.relative(process.cwd(), built.zip)} in ${seconds} s`);
  return { folder: built.folder, zip: built.zip, fresh: true };
}

async function fill(folder: string, manifest: Manifest, options: Options): Promise<void> {
  const { root, dashboardsVersion } = options;
  const modules = [
    ...(await buildBrowserHalf(root, manifest, folder)),
    ...(await buildServerHalf(root, manifest, folder)),
  ];
  await writeFile(path.join(folder, SBOM_FILE), softwareBillOfMaterials(manifest, modules));
  const told = { ...manifest, opensearchDashboardsVersion: dashboardsVersion };
  await writeFile(path.join(folder, MANIFEST), `${JSON.stringify(told, null, 2)}\n`);
  for (const name of AS_THEY_ARE.filter((one) => existsSync(path.join(root, one)))) {
    await cp(path.join(root, name), path.join(folder, name), { recursive: true });
  }
}

function withDefaults(options: BuildOptions): Options {
  const root = path.resolve(options.root ?? ROOT);
  const dashboardsVersion = options.dashboardsVersion ?? DEFAULT_DASHBOARDS_VERSION;
  if (!/^\d+\.\d+\.\d+$/.test(dashboardsVersion)) {
    throw new Error(`"${dashboardsVersion}" is not a version of OpenSearch Dashboards, like 3.6.0`);
  }
  return {
    root,
    out: path.resolve(options.out ?? path.join(root, 'build')),
    dashboardsVersion,
    say: options.say ?? console.log,
  };
}

function places({ out, dashboardsVersion }: Options, id: string) {
  return {
    folder: path.join(out, ZIP_FOLDER, id),
    zip: path.join(out, `${id}-${dashboardsVersion}.zip`),
    stamp: path.join(out, `.${id}.sources`),
  };
}

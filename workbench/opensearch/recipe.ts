import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifactsOf, securityArtifact, type Artifact } from './artifacts';
import { addedModules, type AddedModule } from './modules_2_19';
import type { EmbeddedVersion } from './versions';

/** What an installation is put together from. */
export interface Recipe {
  /** of the installation, for people and for its folder */
  name: string;
  version: EmbeddedVersion;
  artifacts: readonly Artifact[];
  /** modules that come as bare jars */
  modules: readonly AddedModule[];
  /** folders of plugins that were made for an earlier patch version */
  adopted: readonly string[];
}

/** Security was asked for with a version that the registry has no security plugin for. */
export class NoSecurityPluginError extends Error {
  override readonly name = 'NoSecurityPluginError';

  constructor(version: EmbeddedVersion) {
    super(`There is no security plugin for OpenSearch ${version}; there is one for 2.19.6.`);
  }
}

/** @throws NoSecurityPluginError */
export function recipeOf(version: EmbeddedVersion, security: boolean): Recipe {
  const plain: Recipe = {
    name: version,
    version,
    artifacts: artifactsOf[version],
    modules: version === '2.19.6' ? addedModules : [],
    adopted: [],
  };
  if (!security) return plain;
  if (version !== '2.19.6') throw new NoSecurityPluginError(version);
  return {
    ...plain,
    name: `${version}-security`,
    artifacts: [...plain.artifacts, securityArtifact],
    adopted: [securityArtifact.into],
  };
}

/** Lets a plugin run on this version: OpenSearch refuses one whose descriptor names another. */
export function adoptPlugin(folder: string, version: EmbeddedVersion): void {
  const file = join(folder, 'plugin-descriptor.properties');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^opensearch\.version=.*$/m, `opensearch.version=${version}`));
}

import type { Manifest } from './manifest';
import { licenceOf, packagesOf } from './packages';
import { loaderCode } from './third_party';

/** The file in which a build names all packages that it holds. */
export const SBOM_FILE = 'sbom.cdx.json';

/**
 * All packages that the scripts of a build hold something of, as CycloneDX 1.5 in JSON. Without a
 * time or a serial number: the same sources make the same file.
 */
export function softwareBillOfMaterials(
  { id, version }: Manifest,
  modules: readonly string[]
): string {
  const components = packagesOf([...modules, loaderCode()]).map((one) => {
    const { version: itsVersion, id: license } = licenceOf(one);
    // https://github.com/package-url/purl-spec: the @ of a scope is encoded
    const purl = `pkg:npm/${one.name.replace(/^@/, '%40')}@${itsVersion}`;
    const bom = { type: 'library', 'bom-ref': purl, name: one.name, version: itsVersion };
    return { ...bom, purl, licenses: [{ license: { id: license } }] };
  });
  const component = {
    type: 'application',
    name: id,
    version,
    licenses: [{ license: { id: 'Apache-2.0' } }],
  };
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component },
    components,
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

import type { EmbeddedVersion } from './versions';

/** A file of a package registry, pinned to its content. */
export interface Artifact {
  group: string;
  name: string;
  version: string;
  type: 'zip' | 'jar';
  /** the folder of the installation that it belongs in; `.` is the distribution itself */
  into: string;
  bytes: number;
  sha256: string;
}

export function fileName({ name, version, type }: Artifact): string {
  return `${name}-${version}.${type}`;
}

type Pin = [coordinates: string, into: string, bytes: number, sha256: string];

function artifact([coordinates, into, bytes, sha256]: Pin): Artifact {
  const [group = '', name = '', version = '', type] = coordinates.split(':');
  return { group, name, version, type: type === 'zip' ? 'zip' : 'jar', into, bytes, sha256 };
}

const pins36: readonly Pin[] = [
  [
    'org.opensearch.distribution.integ-test-zip:opensearch:3.6.0:zip',
    '.',
    161609640,
    'a91faa1dc1cadc78cb278b4f63847e19e1627a4e9de698e14e7efc14ee37b286',
  ],
  [
    'org.opensearch.plugin:opensearch-job-scheduler:3.6.0.0:zip',
    'plugins/opensearch-job-scheduler',
    368626,
    'f81d0aa9fc850b18f803292bd7ae68bd33561f6c1d12db0f68529d40eddcee24',
  ],
  [
    'org.opensearch.plugin:opensearch-knn:3.6.0.0:zip',
    'plugins/opensearch-knn',
    6015541,
    'ac392ca28a39b3bf290648a422ef30cb149dda2963a9d7feb26060e932341c9a',
  ],
  [
    'org.opensearch.plugin:opensearch-ml-plugin:3.6.0.0:zip',
    'plugins/opensearch-ml',
    390566619,
    'c051d436fe1936da1477bb999db829eb2bc92b12989e376c300d0a874fb90f9d',
  ],
  [
    'org.opensearch.plugin:neural-search:3.6.0.0:zip',
    'plugins/neural-search',
    12095213,
    '6ef1b206e79391e2e36268e32dc34d27fd8b8a59a8eb0a7393c97d53b038e433',
  ],
];

const pins219: readonly Pin[] = [
  [
    'org.opensearch.distribution.integ-test-zip:opensearch:2.19.6:zip',
    '.',
    56380515,
    '71d6d8b1c637f3faecda0752b184b1cc526fc6eaad59ec1408c6327bb00b9293',
  ],
  [
    'org.opensearch.plugin:opensearch-job-scheduler:2.19.6.0:zip',
    'plugins/opensearch-job-scheduler',
    3319257,
    'c0172f2fb94c0819bbeb9bf21db694e26e285de4dddc9461759d0e0246c998e8',
  ],
  [
    'org.opensearch.plugin:opensearch-knn:2.19.6.0:zip',
    'plugins/opensearch-knn',
    6257288,
    'c21b9565624d29fd4024e3a3902712349006cb7894a73c45d976756a761e628f',
  ],
  [
    'org.opensearch.plugin:opensearch-ml-plugin:2.19.6.0:zip',
    'plugins/opensearch-ml',
    375221604,
    'd0f4c2457ca5557d94ebd7c5e8d650b34326df54ad85851cc2eca0dd86e30d10',
  ],
  [
    'org.opensearch.plugin:neural-search:2.19.6.0:zip',
    'plugins/neural-search',
    7964692,
    'b38b136b280a219d7f4495dd5d7e11e92a528b874fe940fc8502b8a5c599c820',
  ],
  [
    'org.opensearch.plugin:analysis-common:2.19.6:jar',
    'modules/analysis-common',
    199629,
    '187378844d92a043b935038f9ae168f7812f686b1c1c7128f8b97731baff8a1a',
  ],
  [
    'org.opensearch.plugin:ingest-common:2.19.6:jar',
    'modules/ingest-common',
    154115,
    '41362d471b010131e6f8fbefd0b5f53ba64bcf225acb287dd7f474ad475098fe',
  ],
  [
    'org.opensearch:opensearch-grok:2.19.6:jar',
    'modules/ingest-common',
    49561,
    '9ea35b11039233fc5951813632b60a325cadfddc593d75aae1ffe41f210bf0d1',
  ],
  [
    'org.opensearch:opensearch-dissect:2.19.6:jar',
    'modules/ingest-common',
    23630,
    '526c99b4a8b8f191263460f98a31ceec7d94bf059a1bb1b608f130921af827c4',
  ],
  [
    'org.jruby.joni:joni:2.2.1:jar',
    'modules/ingest-common',
    230217,
    'b3e4b657a3ed1d8f684114f6baa462d553a5932a865c1574695498dda8577748',
  ],
  [
    'org.jruby.jcodings:jcodings:1.0.61:jar',
    'modules/ingest-common',
    1740543,
    '3238c68a2f86cec53cc184ad26df8352db87bb22a419bd17fb4acdfbb0bc40f0',
  ],
  [
    'org.opensearch.plugin:lang-mustache-client:2.19.6:jar',
    'modules/lang-mustache',
    65668,
    '0386b19d570b85be9b60c2a1f1703131d091ca5481bcaa212b050b6d8d842bce',
  ],
  [
    'com.github.spullara.mustache.java:compiler:0.9.14:jar',
    'modules/lang-mustache',
    116051,
    '99a7e7855609135006f078e6de7ee69daad9c42f98e679d56f80653cb17526b9',
  ],
  [
    'org.opensearch.plugin:lang-painless:2.19.6:jar',
    'modules/lang-painless',
    719760,
    'e71e6c7ef99a6f5958cd0b25367acf472cc52cd49d29e13084c5ff0b5931f717',
  ],
  [
    'org.opensearch.plugin:opensearch-scripting-painless-spi:2.19.6:jar',
    'modules/lang-painless',
    30409,
    '84e545b968151739f1915cfd2db24bf873edfd317d2848b87b61d0d60ec70869',
  ],
  [
    'org.antlr:antlr4-runtime:4.13.1:jar',
    'modules/lang-painless',
    326305,
    '54665d2838cc66458343468efc539e454fc95b46a8a04b13c6ac43fc9be63505',
  ],
  [
    'org.ow2.asm:asm:9.7:jar',
    'modules/lang-painless',
    125428,
    'adf46d5e34940bdf148ecdd26a9ee8eea94496a72034ff7141066b3eea5c4e9d',
  ],
  [
    'org.ow2.asm:asm-analysis:9.7:jar',
    'modules/lang-painless',
    34776,
    '7bc6bcbc21379948a0c8c467fb0f864206e5b818f6bc0b546872f5c9f941556f',
  ],
  [
    'org.ow2.asm:asm-commons:9.7:jar',
    'modules/lang-painless',
    73426,
    '389bc247958e049fc9a0408d398c92c6d370c18035120395d4cba1d9d9304b7a',
  ],
  [
    'org.ow2.asm:asm-tree:9.7:jar',
    'modules/lang-painless',
    51934,
    '62f4b3bc436045c1acb5c3ba2d8ec556ec3369093d7f5d06c747eb04b56d52b1',
  ],
  [
    'org.ow2.asm:asm-util:9.7:jar',
    'modules/lang-painless',
    93784,
    '37a6414d36641973f1af104937c95d6d921b2ddb4d612c66c5a9f2b13fc14211',
  ],
  [
    'org.opensearch.plugin:mapper-extras-client:2.19.6:jar',
    'modules/mapper-extras',
    84960,
    '4a486870432b71a190dca3aaba91f1fba58837e4a4146b2982e8a938164a9a34',
  ],
  [
    'org.opensearch.plugin:reindex-client:2.19.6:jar',
    'modules/reindex',
    122357,
    '431d1037eadaa1fc144155b9397d4781d7b68e5b4700f68735c6a97bf52defff',
  ],
  [
    'org.opensearch:opensearch-ssl-config:2.19.6:jar',
    'modules/reindex',
    68126,
    '93e27cba4a85bc751f68a0c70146f341008ff6c63bfa43d5d3a41cbd4a99d59c',
  ],
  [
    'org.opensearch.client:opensearch-rest-client:2.19.6:jar',
    'modules/reindex',
    93852,
    '225987b8fd88db60f0aade505bd55b1321eb302f942e15874e2192f2d47a1d98',
  ],
  [
    'org.apache.httpcomponents:httpasyncclient:4.1.5:jar',
    'modules/reindex',
    181512,
    '0c1877489a9d1ba4fa50f6cfcab11d1123618858cb31d56afaab5afdd5064d99',
  ],
  [
    'org.apache.httpcomponents:httpclient:4.5.14:jar',
    'modules/reindex',
    785639,
    'c8bc7e1c51a6d4ce72f40d2ebbabf1c4b68bfe76e732104b04381b493478e9d6',
  ],
  [
    'org.apache.httpcomponents:httpcore:4.4.16:jar',
    'modules/reindex',
    327891,
    '6c9b3dd142a09dc468e23ad39aad6f75a0f2b85125104469f026e52a474e464f',
  ],
  [
    'org.apache.httpcomponents:httpcore-nio:4.4.16:jar',
    'modules/reindex',
    368896,
    '4018736ede2d321034e8517ea90baefb31831a8608afccc446d8a699fb1d00d4',
  ],
  [
    'commons-codec:commons-codec:1.18.0:jar',
    'modules/reindex',
    373045,
    'ba005f304cef92a3dede24a38ad5ac9b8afccf0d8f75839d6c1338634cf7f6e4',
  ],
  [
    'commons-logging:commons-logging:1.2:jar',
    'modules/reindex',
    61829,
    'daddea1ea0be0f56978ab3006b8ac92834afeefbd9b7e4e6316fca57df0fa636',
  ],
  [
    'org.opensearch.plugin:search-pipeline-common:2.19.6:jar',
    'modules/search-pipeline-common',
    48006,
    'bd3774100129556270928b0423149ff20be240b1498df89bd48d77bf17561782',
  ],
];

/** What each version is put together from. */
export const artifactsOf: Record<EmbeddedVersion, readonly Artifact[]> = {
  '3.6.0': pins36.map(artifact),
  '2.19.6': pins219.map(artifact),
};

/** The security plugin for 2.19.6: the last that the registry has, made for 2.19.4. */
export const securityArtifact: Artifact = artifact([
  'org.opensearch.plugin:opensearch-security:2.19.4.0:zip',
  'plugins/opensearch-security',
  44937300,
  '1f673622c462c4171a8c53f9b1ad20e5b839834cb79b0d3b388da180a0e514e8',
]);

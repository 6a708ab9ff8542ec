/**
 * The modules that the 2.19 distribution in the registry lacks. There they come as bare jars, so
 * what makes a module of them, its descriptor and its permissions, is given here.
 */
export interface AddedModule {
  name: string;
  classname: string;
  description: string;
  extends?: string;
  policy?: string;
}

export const addedModules: readonly AddedModule[] = [
  {
    name: 'analysis-common',
    classname: 'org.opensearch.analysis.common.CommonAnalysisPlugin',
    description: 'Built-in analyzers',
    extends: 'lang-painless',
  },
  {
    name: 'ingest-common',
    classname: 'org.opensearch.ingest.common.IngestCommonPlugin',
    description: 'Ingest processors',
    extends: 'lang-painless',
  },
  {
    name: 'lang-mustache',
    classname: 'org.opensearch.script.mustache.MustachePlugin',
    description: 'Mustache scripts',
    policy: `grant {
  permission java.lang.RuntimePermission "accessDeclaredMembers";
};
`,
  },
  {
    name: 'lang-painless',
    classname: 'org.opensearch.painless.PainlessPlugin',
    description: 'Painless scripts',
    policy: `grant {
  permission java.lang.RuntimePermission "createClassLoader";
  permission java.lang.RuntimePermission "getClassLoader";
};
`,
  },
  {
    name: 'mapper-extras',
    classname: 'org.opensearch.index.mapper.MapperExtrasPlugin',
    description: 'Field mappers, among them rank_features',
  },
  {
    name: 'reindex',
    classname: 'org.opensearch.index.reindex.ReindexPlugin',
    description: 'Reindex, update by query and delete by query, which ML Commons uses',
    policy: `grant {
  permission java.net.SocketPermission "*", "connect";
};
grant codeBase "\${codebase.opensearch-rest-client}" {
  permission java.net.NetPermission "getProxySelector";
};
grant codeBase "\${codebase.httpasyncclient}" {
  permission java.net.NetPermission "getProxySelector";
};
`,
  },
  {
    name: 'search-pipeline-common',
    classname: 'org.opensearch.search.pipeline.common.SearchPipelineCommonModulePlugin',
    description: 'Search pipeline processors',
    extends: 'lang-painless',
  },
];

/** The text of the module's plugin-descriptor.properties. */
export function descriptorOf(module: AddedModule): string {
  return `name=${module.name}
description=${module.description}
classname=${module.classname}
version=2.19.6
opensearch.version=2.19.6
java.version=11
extended.plugins=${module.extends ?? ''}
custom.foldername=
has.native.controller=false
`;
}

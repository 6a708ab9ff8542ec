/** The global under which the platform gives every bundle its libraries. */
export const SHARED_GLOBAL = '__osdSharedDeps__';

/**
 * What an import becomes in a browser bundle. The match is on the exact import string. Read off a
 * running OpenSearch Dashboards 3.3.0; the same in 2.19 to 3.6.
 */
export const sharedDependencies: Readonly<Record<string, string>> = {
  '@osd/i18n': 'OsdI18n',
  '@osd/i18n/react': 'OsdI18nReact',
  jquery: 'Jquery',
  moment: 'Moment',
  'moment-timezone': 'MomentTimezone',
  react: 'React',
  'react-dom': 'ReactDom',
  'react-dom/server': 'ReactDomServer',
  'react-router': 'ReactRouter',
  'react-router-dom': 'ReactRouterDom',
  'styled-components': 'StyledComponents',
  '@osd/monaco': 'OsdMonaco',
  'monaco-editor/esm/vs/editor/editor.api': 'MonacoBarePluginApi',
  '@osd/ui-shared-deps/theme': 'Theme',
  '@elastic/eui/dist/eui_theme_light.json': 'Theme.euiLightVars',
  '@elastic/eui/dist/eui_theme_dark.json': 'Theme.euiDarkVars',
  rxjs: 'Rxjs',
  'rxjs/operators': 'RxjsOperators',
  numeral: 'ElasticNumeral',
  '@elastic/numeral': 'ElasticNumeral',
  '@elastic/charts': 'ElasticCharts',
  '@elastic/eui': 'ElasticEui',
  '@elastic/eui/lib/services': 'ElasticEuiLibServices',
  '@elastic/eui/lib/services/format': 'ElasticEuiLibServicesFormat',
  '@elastic/eui/dist/eui_charts_theme': 'ElasticEuiChartsTheme',
  lodash: 'Lodash',
  'lodash/fp': 'LodashFp',
  tslib: 'TsLib',
};

/** The same as Rspack takes it: each is read when the importing module runs, not before. */
export const sharedExternals: Record<string, string> = Object.fromEntries(
  Object.entries(sharedDependencies).map(([request, key]) => [request, `${SHARED_GLOBAL}.${key}`])
);

/** The packages of which a browser bundle must hold no copy of its own, under any import. */
export const sharedPackages: ReadonlySet<string> = new Set([
  ...Object.keys(sharedDependencies).map(packageOf),
  '@opensearch-project/oui',
]);

function packageOf(request: string): string {
  return request
    .split('/')
    .slice(0, request.startsWith('@') ? 2 : 1)
    .join('/');
}

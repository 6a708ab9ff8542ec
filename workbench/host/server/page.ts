import type { InjectedMetadata } from '../injected_metadata';

/** The platform's default content security policy (Dashboards 2.19 to 3.6). */
export const CSP =
  "script-src 'unsafe-eval' 'self'; worker-src blob: 'self'; style-src 'unsafe-inline' 'self'";

/** The page of every application: nothing in it but what starts the scripts. */
export function page(metadata: InjectedMetadata): string {
  const { basePath } = metadata;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>OpenSearch Dashboards</title>
    <link rel="icon" href="data:,">
    <meta name="add-styles-here">
    <meta name="add-scripts-here">
    <script src="${basePath}/startup.js"></script>
  </head>
  <body>
    <osd-csp data="${attribute({ strictCsp: false })}"></osd-csp>
    <osd-injected-metadata data="${attribute(metadata)}"></osd-injected-metadata>
    <div id="osd_loading_message" role="status">Loading OpenSearch Dashboards</div>
    <script src="${basePath}/bootstrap.js"></script>
  </body>
</html>
`;
}

function attribute(value: unknown): string {
  return JSON.stringify(value).replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

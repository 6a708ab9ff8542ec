import type { CoreStart } from '../../platform';

/**
 * The address of the console, where the platform has it and the user may use it. It loads texts
 * from http addresses only (`load_from`), so a request is copied and pasted there.
 */
export function devToolsUrl({ application }: CoreStart): string | undefined {
  return application.capabilities?.dev_tools?.show === true
    ? application.getUrlForApp('dev_tools', { path: '#/console' })
    : undefined;
}

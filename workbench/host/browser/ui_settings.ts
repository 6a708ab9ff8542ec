import type { CoreStart } from '../../../public/platform/types';
import { storedSetting, storeSettings } from './stored_settings';

const NEW_HEADER = 'home:useNewHomePage';

/** What the plugin may ask for, with the platform's defaults. */
export function createUiSettings(themeTag: string): CoreStart['uiSettings'] {
  const settings: Readonly<Record<string, unknown>> = {
    'theme:darkMode': themeTag.endsWith('dark'),
    'theme:version': themeTag.replace(/(light|dark)$/, ''),
    [NEW_HEADER]: isHeaderNew(),
    dateFormat: 'MMM D, YYYY @ HH:mm:ss.SSS',
    'dateFormat:tz': 'Browser',
  };
  return {
    get<T>(key: string, defaultValue?: T): T {
      if (key in settings) return settings[key] as T;
      if (defaultValue !== undefined) return defaultValue;
      throw new Error(`Unexpected \`uiSettings.get("${key}")\` call`);
    },
  };
}

/**
 * Whether pages have the platform's new header: `?header=new` or `old` in the address, else what
 * was chosen. The platform keeps this setting in the cluster; the workbench, in the browser.
 */
export function isHeaderNew(): boolean {
  const asked = new URLSearchParams(window.location.search).get('header');
  return asked === null ? storedSetting(NEW_HEADER) === true : asked === 'new';
}

export function chooseHeader(isNew: boolean): void {
  storeSettings({ [NEW_HEADER]: isNew }, 'header');
}

/** Keeps the theme where the platform does, in the browser, and draws the page anew with it. */
export function chooseTheme(version: string, mode: string): void {
  storeSettings({ 'theme:version': version, 'theme:darkMode': mode === 'dark' }, 'theme');
}

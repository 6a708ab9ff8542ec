/** What the plugin may ask for, with the platform's defaults. */
export function createUiSettings(themeTag: string) {
  const settings: Readonly<Record<string, unknown>> = {
    'theme:darkMode': themeTag.endsWith('dark'),
    'theme:version': themeTag.replace(/(light|dark)$/, ''),
    'home:useNewHomePage': false,
    dateFormat: 'MMM D, YYYY @ HH:mm:ss.SSS',
    'dateFormat:tz': 'Browser',
  };
  return {
    get<T>(key: string): T {
      if (!(key in settings)) throw new Error(`Unexpected \`uiSettings.get("${key}")\` call`);
      return settings[key] as T;
    },
  };
}

/** Keeps the theme where the platform does, in the browser, and draws the page anew with it. */
export function chooseTheme(version: string, mode: string): void {
  const settings = {
    'theme:version': { userValue: version },
    'theme:darkMode': { userValue: mode === 'dark' },
  };
  window.localStorage.setItem('uiSettings', JSON.stringify(settings));
  const address = new URL(window.location.href);
  address.searchParams.delete('theme');
  if (address.href === window.location.href) window.location.reload();
  else window.location.replace(address);
}

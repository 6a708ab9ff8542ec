import { storedSetting } from './stored_settings';

/**
 * Sets the theme before anything is drawn, from where the platform keeps it: `uiSettings` in the
 * browser's storage. `?theme=v8dark` in the address has the last word, for screenshots.
 */
const versions: Readonly<Record<string, string>> = {
  v7: 'v7',
  v8: 'v8',
  'Next (preview)': 'v8',
  v9: 'v9',
  'v9 (preview)': 'v9',
};

function themeTag(): string {
  const asked = new URLSearchParams(window.location.search).get('theme') ?? '';
  if (/^v[789](light|dark)$/.test(asked)) return asked;
  const version = versions[String(storedSetting('theme:version'))] ?? 'v8';
  return version + (storedSetting('theme:darkMode') === true ? 'dark' : 'light');
}

const style = document.createElement('style');
window.__osdThemeTag__ = themeTag();
style.textContent = `:root { color-scheme: ${window.__osdThemeTag__.replace(/^v\d/, '')}; }`;
document.head.append(style);

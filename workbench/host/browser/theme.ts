import v7dark from '@elastic/eui/dist/eui_theme_dark.json';
import v7light from '@elastic/eui/dist/eui_theme_light.json';
import v8dark from '@elastic/eui/dist/eui_theme_next_dark.json';
import v8light from '@elastic/eui/dist/eui_theme_next_light.json';
import v9dark from '@elastic/eui/dist/eui_theme_v9_dark.json';
import v9light from '@elastic/eui/dist/eui_theme_v9_light.json';

/** `@osd/ui-shared-deps/theme`: OUI's variables in the theme of the page. */
export type Theme = Record<string, unknown>;

const light: Readonly<Record<string, Theme>> = { v7: v7light, v8: v8light, v9: v9light };
const dark: Readonly<Record<string, Theme>> = { v7: v7dark, v8: v8dark, v9: v9dark };

export const tag = window.__osdThemeTag__;
const versionName = tag.replace(/(light|dark)$/, '');

export const version = Number(versionName.slice(1));
export const darkMode = tag.endsWith('dark');
export const euiLightVars: Theme = light[versionName] ?? v8light;
export const euiDarkVars: Theme = dark[versionName] ?? v8dark;
export const euiThemeVars: Theme = darkMode ? euiDarkVars : euiLightVars;

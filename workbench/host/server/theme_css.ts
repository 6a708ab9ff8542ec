const NAMES: Readonly<Record<string, string>> = { v7: 'theme', v8: 'theme_next', v9: 'theme_v9' };

/** The file in OUI's `dist` that belongs to a theme's tag, such as `v8dark`. */
export function themeCssFile(tag: string): string {
  const [, version = '', mode = ''] = /^(v[789])(light|dark)$/.exec(tag) ?? [];
  return `eui_${NAMES[version] ?? 'none'}_${mode}.min.css`;
}

/** The texts of one locale, as a plugin's `translations/<locale>.json` has them. */
export interface Translation {
  messages: Record<string, string>;
  locale?: string;
}

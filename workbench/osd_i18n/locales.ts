import IntlMessageFormat from 'intl-messageformat';
import { addLocaleData } from 'react-intl';
import zh from 'react-intl/locale-data/zh';

/** The rules for plurals of the languages that there are translations for; English is built in. */
export function addLocales(): void {
  addLocaleData(zh);
  // the other library that formats messages keeps its own
  for (const data of zh) {
    (IntlMessageFormat as unknown as { __addLocaleData(data: object): void }).__addLocaleData(data);
  }
}

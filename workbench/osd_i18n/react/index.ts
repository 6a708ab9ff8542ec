export {
  FormattedDate,
  FormattedHTMLMessage,
  FormattedMessage,
  FormattedNumber,
  FormattedPlural,
  FormattedRelative,
  FormattedTime,
  injectIntl as injectI18n,
  IntlProvider as __IntlProvider,
  intlShape,
} from 'react-intl';
export type { InjectedIntl, InjectedIntlProps } from './injected';
export { I18nProvider } from './provider';

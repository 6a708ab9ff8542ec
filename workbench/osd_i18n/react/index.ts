export { FormattedMessage } from 'react-intl';
export { I18nProvider } from './provider';

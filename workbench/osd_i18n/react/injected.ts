import type ReactIntl from 'react-intl';

/** What `injectI18n` puts into a component's props. */
export type InjectedIntl = ReactIntl.InjectedIntl;
export type InjectedIntlProps = ReactIntl.InjectedIntlProps;

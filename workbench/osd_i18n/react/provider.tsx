import React from 'react';
import type { ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { getDefaultLocale, getLocale, getTranslation } from '../engine';

/** Gives the texts of the current locale to everything inside it. */
export function I18nProvider({ children }: { children?: ReactNode }) {
  return (
    <IntlProvider
      locale={getLocale()}
      messages={getTranslation().messages}
      defaultLocale={getDefaultLocale()}
      textComponent={React.Fragment}
    >
      {/* IntlProvider takes exactly one child */}
      <>{children}</>
    </IntlProvider>
  );
}

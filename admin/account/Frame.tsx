import CssBaseline from '@mui/material/CssBaseline';
import { type ReactNode, useEffect } from 'react';
import {
  I18nContextProvider,
  type I18nProvider,
  StoreContextProvider,
  ThemeProvider,
  ThemesContext,
  useLocale,
} from 'react-admin';
import { preferences } from '../data/preferences.ts';
import { darkTheme, lightTheme } from '../theme.ts';

/** Screen readers, line breaking and the server's messages go by the page's language. */
export const PageLanguage = () => {
  const locale = useLocale();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return null;
};

const themes = { lightTheme, darkTheme };

/** Words and look for pages that stand outside react-admin. */
export const Frame = ({ i18n, children }: { readonly i18n: I18nProvider; readonly children: ReactNode }) => (
  <StoreContextProvider value={preferences}>
    <I18nContextProvider value={i18n}>
      <ThemesContext.Provider value={themes}>
        <ThemeProvider>
          <CssBaseline enableColorScheme />
          <PageLanguage />
          {children}
        </ThemeProvider>
      </ThemesContext.Provider>
    </I18nContextProvider>
  </StoreContextProvider>
);

import { type ReactNode, useMemo } from 'react';
import { I18nContextProvider, useI18nProvider } from 'react-admin';

interface I18n {
  readonly translate: (key: string, options?: object) => string;
}

const ofForms = 'exchange.';
const ofPackages = 'packageMerge.';
/** What a missing key is answered with; nothing in the catalogue is spelled so. */
const missing = '\u0000';

/** The merge preview speaks of files; within this it speaks of packages, wherever there are such words. */
export const PackageWords = ({ children }: { readonly children: ReactNode }) => {
  const i18n = useI18nProvider();
  const value = useMemo(() => {
    const { translate } = i18n as I18n;
    return {
      ...i18n,
      translate: (key: string, options?: object) => {
        if (!key.startsWith(ofForms)) return translate(key, options);
        const own = translate(ofPackages + key.slice(ofForms.length), { ...options, _: missing });
        return own === missing ? translate(key, options) : own;
      },
    };
  }, [i18n]);
  return <I18nContextProvider value={value}>{children}</I18nContextProvider>;
};

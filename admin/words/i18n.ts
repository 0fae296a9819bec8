import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'react-admin';
import { type Locale, locales } from '../../sync/model/index.ts';
import { readPreference } from '../data/preferences.ts';
import { type Area, merge } from './words.ts';

const names: Readonly<Record<Locale, string>> = { 'zh-TW': '正體中文', en: 'English' };

export const asLocale = (value: unknown): Locale => locales.find(known => known === value) ?? 'zh-TW';

/** react-admin's translations out of some areas, starting in the language the person chose last. */
export const i18nOf = (areas: readonly Area[]): I18nProvider =>
  polyglotI18nProvider(
    locale => merge(areas.map(area => area[asLocale(locale)])) as never,
    asLocale(readPreference('locale')),
    locales.map(locale => ({ locale, name: names[locale] })),
  );

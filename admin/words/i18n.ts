import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'react-admin';
import { type Locale, locales } from '../../sync/model/index.ts';
import { readPreference } from '../data/preferences.ts';
import { type Area, merge, type Words } from './words.ts';

const names: Readonly<Record<Locale, string>> = { 'zh-TW': '正體中文', en: 'English' };
const choices = locales.map(locale => ({ locale, name: names[locale] }));

export const asLocale = (value: unknown): Locale => locales.find(known => known === value) ?? 'zh-TW';

type Messages = (locale: Locale) => Words | Promise<Words>;

/** react-admin's translations, starting in the language the person chose last, whose messages must be at hand. */
const provider = (messages: Messages): I18nProvider =>
  polyglotI18nProvider(locale => messages(asLocale(locale)) as never, asLocale(readPreference('locale')), choices);

/** Some areas in both languages, for pages that need few words. */
export const i18nOf = (areas: readonly Area[]): I18nProvider =>
  provider(locale => merge(areas.map(area => area[locale])));

/** Each language's whole catalogue is a script of its own (`build/catalogues.ts`), so that nobody loads the other one. */
const load: Readonly<Record<Locale, () => Promise<{ readonly default: Words }>>> = {
  'zh-TW': () => import('virtual:catalogue/zh-TW'),
  en: () => import('virtual:catalogue/en'),
};

/** Every area in the language chosen; the other language is fetched when it is asked for. */
export async function i18nWithAll(): Promise<I18nProvider> {
  const first = asLocale(readPreference('locale'));
  const atHand = (await load[first]()).default;
  return provider(locale => (locale === first ? atHand : load[locale]().then(loaded => loaded.default)));
}

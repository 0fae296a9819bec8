import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'react-admin';
import { type Locale, locales, type User } from '../../sync/model/index.ts';
import { readPreference } from '../data/preferences.ts';
import { desks } from '../data/rights.ts';
import { type Area, merge, type Words } from './words.ts';

const names: Readonly<Record<Locale, string>> = { 'zh-TW': '正體中文', en: 'English' };
const choices = locales.map(locale => ({ locale, name: names[locale] }));

export const asLocale = (value: unknown): Locale => locales.find(known => known === value) ?? 'zh-TW';

type Messages = (locale: Locale) => Words | Promise<Words>;

/** react-admin's translations, starting in a language whose messages must be at hand. */
const provider = (messages: Messages, first: Locale): I18nProvider =>
  polyglotI18nProvider(locale => messages(asLocale(locale)) as never, first, choices);

/** Some areas in both languages, for pages that need few words. */
export const i18nOf = (areas: readonly Area[]): I18nProvider =>
  provider(locale => merge(areas.map(area => area[locale])), asLocale(readPreference('locale')));

type Script = () => Promise<{ readonly default: Words }>;

/** Each part of the catalogue is a script of its own in each language (`build/catalogues.ts`), so that nobody loads another's. */
const everybody: Readonly<Record<Locale, Script>> = {
  'zh-TW': () => import('virtual:catalogue/everybody/zh-TW'),
  en: () => import('virtual:catalogue/everybody/en'),
};
const desk: Readonly<Record<Locale, Script>> = {
  'zh-TW': () => import('virtual:catalogue/desk/zh-TW'),
  en: () => import('virtual:catalogue/desk/en'),
};

/** All that a person meets, in the language chosen last on this device, else their own; another is fetched when it is asked for. */
export async function i18nFor({ role, locale }: Pick<User, 'role' | 'locale'>): Promise<I18nProvider> {
  const scripts = desks.includes(role) ? [everybody, desk] : [everybody];
  const load = async (asked: Locale): Promise<Words> =>
    merge((await Promise.all(scripts.map(script => script[asked]()))).map(loaded => loaded.default));
  const first = asLocale(readPreference('locale') ?? locale);
  const atHand = await load(first);
  return provider(asked => (asked === first ? atHand : load(asked)), first);
}

import type { Locale } from '../user.ts';
import { names } from './names.ts';

export type Params = Readonly<Record<string, string | number>>;

/** What runs along a form, and what across it, where nobody says that it is turned. */
const usual: Params = { line: '{line.row}', cross: '{line.column}' };

type Messages = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/**
 * Tells what a code of these messages says, with its placeholders filled; an unknown code is its own text. A parameter may
 * itself hold placeholders of names, such as `{report.state.drafting}`, so that states and fields are called what people call them.
 */
export const sayFrom =
  (messages: Messages) =>
  (code: string, locale: Locale, params: Params = {}): string => {
    const language = locale === 'en' ? 'en' : 'zh';
    const entry = messages[code];
    if (!entry) return code;
    return entry[language]
      .replace(/\{(\w+)\}/g, (whole, parameter: string) => String(params[parameter] ?? usual[parameter] ?? whole))
      .replace(/\{([\w.]+)\}/g, (whole, path: string) => names[path]?.[language] ?? whole);
  };

import { type Issue, type Locale, say as sayCode } from '../model/index.ts';

/** A text in both languages. `{name}` stands for a parameter. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const words = (zh: string, en: string): Words => ({ zh, en });

export function say({ zh, en }: Words, locale: Locale, params: Readonly<Record<string, string | number>> = {}): string {
  return (locale === 'en' ? en : zh).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** An issue in the person's language. */
export const messageOf = ({ code, message, params }: Issue, locale: Locale): string =>
  locale === 'en' ? sayCode(code, locale, params) : message;

/** `--lang`, else the language that the terminal is set to, else Chinese. */
export function localeOf(asked: string | undefined, env: NodeJS.ProcessEnv): Locale {
  const language = asked ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || '');
  return /^en/i.test(language) ? 'en' : 'zh-TW';
}

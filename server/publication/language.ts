import type { FastifyRequest } from 'fastify';
import type { Locale } from '../../sync/model/index.ts';
import { localeOf } from '../problems/answer.ts';

/** The language of a public page, and what its links carry on. */
export interface Language {
  readonly locale: Locale;
  /** `?lang=en` where the reader asked for a language in the address, so that the next page keeps to it. */
  readonly query: string;
}

const offered: readonly Locale[] = ['zh-TW', 'en'];

/** What the address asks for goes before what the browser prefers. */
export function languageOf(request: FastifyRequest): Language {
  const { lang } = request.query as { readonly lang?: unknown };
  const asked = offered.find(locale => locale === lang);
  return asked ? { locale: asked, query: `?lang=${asked}` } : { locale: localeOf(request), query: '' };
}

import { html } from '../html.ts';
import type { Language } from '../language.ts';
import { type Words, wordsIn } from '../words.ts';
import { frame } from './frame.ts';

type Said = readonly [title: keyof Words, text: keyof Words];

const said: Readonly<Record<number, Said>> = {
  404: ['notFound', 'notFoundText'],
  405: ['notAllowed', 'notAllowedText'],
  410: ['gone', 'goneText'],
  429: ['tooMany', 'tooManyText'],
};
const failed: Said = ['failed', 'failedText'];

/** Why there is nothing to read here, and where there may be. It shows nothing of the address that was asked for. */
export function problemPage(status: number, language: Language): string {
  const words = wordsIn(language.locale);
  const [title, text] = said[status] ?? (status < 500 ? said[404]! : failed);
  return frame({
    language,
    path: '/public',
    title: `${String(words[title])}－${words.product}`,
    main: html`<h1>${String(words[title])}</h1>
<p class="lead">${String(words[text])}</p>
<p><a href="/public${language.query}">${words.index}</a></p>`,
  });
}

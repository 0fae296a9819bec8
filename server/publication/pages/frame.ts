import { type Html, html } from '../html.ts';
import type { Language } from '../language.ts';
import { stylesheet } from '../look.ts';
import { wordsIn } from '../words.ts';

export interface Frame {
  readonly language: Language;
  /** Of the tab and of search results. */
  readonly title: string;
  readonly description?: string;
  /** The whole address of the page without its language, where it is one to be found. */
  readonly canonical?: string;
  /** The path of the page, for the link to the other language. */
  readonly path: string;
  readonly main: Html;
}

/** What stands around every public page. It needs no script and loads nothing but its stylesheet. */
export function frame({ language, title, description, canonical, path, main }: Frame): string {
  const { locale, query } = language;
  const words = wordsIn(locale);
  const other = locale === 'en' ? 'zh-TW' : 'en';
  const found =
    canonical === undefined
      ? html`<meta name="robots" content="noindex">`
      : html`<link rel="canonical" href="${canonical}">
<link rel="alternate" hreflang="zh-TW" href="${canonical}?lang=zh-TW">
<link rel="alternate" hreflang="en" href="${canonical}?lang=en">
<link rel="alternate" hreflang="x-default" href="${canonical}">
<meta property="og:title" content="${title}">
<meta property="og:type" content="article">
<meta property="og:url" content="${canonical}">`;
  const { markup } = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${description === undefined ? null : html`<meta name="description" content="${description}">`}
${found}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${stylesheet.path}">
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="bar">
<a class="home" href="/public${query}">${words.product}<span class="of">${words.index}</span></a>
<a class="language" href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>
</header>
<main id="main" tabindex="-1">
${main}
</main>
</body>
</html>
`;
  return markup;
}

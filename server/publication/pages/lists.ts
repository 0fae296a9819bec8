import { dayInTaipei, formatRocDate } from '../../../sync/model/index.ts';
import { type Html, html } from '../html.ts';
import type { Language } from '../language.ts';
import type { ListedAgency, ListedPlan } from '../published.ts';
import { type Words, wordsIn } from '../words.ts';
import { frame } from './frame.ts';

interface Place {
  readonly language: Language;
  readonly path: string;
  readonly publicUrl: string;
}

const linkTo = ({ publicId, title }: ListedPlan, query: string): Html =>
  html`<a lang="zh-TW" href="/public/plans/${publicId}${query}">${title}</a>`;

const agencyPath = (agencyId: string): string => `/public/agencies/${agencyId}`;

function agencies(listed: readonly ListedAgency[], query: string, words: Words): Html {
  if (listed.length === 0) return html`<p>${words.indexEmpty}</p>`;
  return html`<table class="list">
<thead><tr><th scope="col">${words.agency}</th><th scope="col">${words.newest}</th><th scope="col">${words.plans}</th></tr></thead>
<tbody>${listed.map(
    ({ agencyId, agencyName, newest, count }) => html`
<tr><th scope="row" lang="zh-TW">${agencyName}</th><td>${linkTo(newest, query)}</td><td><a href="${agencyPath(agencyId)}${query}">${words.allOfAgency(count)}<span class="unseen" lang="zh-TW">${words.comma}${agencyName}</span></a></td></tr>`,
  )}
</tbody>
</table>`;
}

/** Every agency that has published a plan. */
export function agenciesPage({ language, path, publicUrl }: Place, listed: readonly ListedAgency[]): string {
  const words = wordsIn(language.locale);
  return frame({
    language,
    path,
    title: `${words.index}－${words.product}`,
    description: words.indexText,
    canonical: publicUrl + path,
    main: html`<h1>${words.index}</h1>
<p class="lead">${words.indexText}</p>
${agencies(listed, language.query, words)}`,
  });
}

/** The published plans of one agency. */
export function agencyPage(
  { language, path, publicUrl }: Place,
  plans: readonly [ListedPlan, ...ListedPlan[]],
): string {
  const words = wordsIn(language.locale);
  const { query, locale } = language;
  const name = words.ofAgency(plans[0].agencyName);
  const dayOf = (at: string): string => {
    const day = dayInTaipei(new Date(at));
    return locale === 'en' ? day : formatRocDate(day);
  };
  return frame({
    language,
    path,
    title: `${name}－${words.product}`,
    description: `${name}${words.colon}${plans
      .map(plan => plan.title)
      .slice(0, 3)
      .join(words.comma)}`,
    canonical: publicUrl + path,
    main: html`<h1>${name}</h1>
<table class="list">
<thead><tr><th scope="col">${words.year}</th><th scope="col">${words.title}</th><th scope="col">${words.publishedAt}</th></tr></thead>
<tbody>${plans.map(
      plan => html`
<tr><td>${words.yearOf(plan.year)}</td><th scope="row">${linkTo(plan, query)}</th><td>${plan.publishedAt === null ? '' : dayOf(plan.publishedAt)}</td></tr>`,
    )}
</tbody>
</table>
<p><a href="/public${query}">${words.allAgencies}</a></p>`,
  });
}

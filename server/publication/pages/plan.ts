import {
  dayInTaipei,
  formatRocDate,
  type Locale,
  markLabel,
  type Plan,
  type PlanDocument,
  type PlanNode,
} from '../../../sync/model/index.ts';
import { marked } from '../../../sync/outline/write/marked.ts';
import { type Html, html } from '../html.ts';
import type { Language } from '../language.ts';
import { type Words, wordsIn } from '../words.ts';
import { frame } from './frame.ts';
import { anchorOf, lineOf, tree } from './nodes.ts';

export interface PlanPage {
  readonly language: Language;
  readonly plan: Pick<Plan, 'publishedAt' | 'membersPublic'>;
  /** As everybody may read it. */
  readonly document: PlanDocument;
  /** The path of the page; downloads lie below it. */
  readonly path: string;
  readonly publicUrl: string;
}

interface Section {
  readonly id: string;
  readonly name: string;
  readonly body: Html;
}

const chinese = (text: string): Html => html`<p class="prose" lang="zh-TW">${text}</p>`;

function entries(texts: readonly string[]): Html {
  if (texts.length === 1) return chinese(texts[0]!);
  return html`<ul class="entries" role="list" lang="zh-TW">${texts.map((text, i) => {
    const { mark } = marked(markLabel('han', i + 1) ?? String(i + 1), text);
    return html`<li class="numbered"><span class="mark">${mark}</span> <span class="text">${text}</span></li>`;
  })}</ul>`;
}

function taskForce({ taskForce: rows }: PlanDocument, named: boolean, words: Words): Html {
  const remarked = named && rows.some(row => row.remarks !== '');
  const heads = [
    words.taskTitle,
    ...(named ? [words.taskMember] : []),
    words.taskDuty,
    ...(remarked ? [words.remarks] : []),
  ];
  return html`<div class="sheet" role="region" aria-labelledby="task-force" tabindex="0"><table>
<thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody lang="zh-TW">${rows.map(
    row =>
      html`<tr><th scope="row">${row.title}</th>${named ? html`<td>${row.member}</td>` : null}<td>${row.duty}</td>${
        remarked ? html`<td>${row.remarks}</td>` : null
      }</tr>`,
  )}</tbody>
</table></div>
${named ? null : html`<p class="note">${words.membersWithheld}</p>`}`;
}

function sectionsOf(document: PlanDocument, named: boolean, words: Words): readonly Section[] {
  const { basis, goals, scope, items, reviews, closing } = document;
  const parts: readonly (Section & { readonly has: boolean })[] = [
    { id: 'basis', name: words.basis, has: basis.length > 0, body: entries(basis) },
    { id: 'goals', name: words.goals, has: goals.length > 0, body: entries(goals) },
    { id: 'scope', name: words.scope, has: scope !== '', body: chinese(scope) },
    {
      id: 'items',
      name: words.items,
      has: true,
      body: items.length === 0 ? html`<p>${words.noItems}</p>` : html`${tree(items, words)}`,
    },
    { id: 'reviews', name: words.reviews, has: reviews.length > 0, body: entries(reviews.map(review => review.text)) },
    {
      id: 'task-force',
      name: words.taskForce,
      has: document.taskForce.length > 0,
      body: taskForce(document, named, words),
    },
    { id: 'closing', name: words.closing, has: closing !== '', body: chinese(closing) },
  ];
  return parts.filter(({ has }) => has);
}

const below = (nodes: readonly PlanNode[]): readonly PlanNode[] => nodes.flatMap(node => node.children);

function day(iso: string, locale: Locale): Html {
  const date = dayInTaipei(new Date(iso.length === 10 ? `${iso}T12:00:00+08:00` : iso));
  const shown = locale === 'en' ? date : formatRocDate(date);
  return html`<time datetime="${date}">${shown}</time>`;
}

function facts({ plan, document, language: { locale } }: PlanPage, words: Words): Html {
  const { agency, year, items } = document;
  const keyPoints = below(items);
  const fact = (name: string, value: Html | string | null): Html | null =>
    value === null ? null : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<dl class="facts">${[
    fact(words.agency, html`<span lang="zh-TW">${agency}</span>`),
    fact(words.year, year === null ? null : words.yearOf(year)),
    fact(words.documentDate, document.document?.date ? day(document.document.date, locale) : null),
    fact(
      words.documentNumber,
      document.document?.number ? html`<span lang="zh-TW">${document.document.number}</span>` : null,
    ),
    fact(words.publishedAt, plan.publishedAt === null ? null : day(plan.publishedAt, locale)),
    fact(words.scale, words.counts(items.length, keyPoints.length, below(keyPoints).length)),
  ]}</dl>`;
}

function downloads(path: string, query: string, words: Words): Html {
  const file = (ending: string, name: string): Html =>
    html`<li><a href="${path}/plan.${ending}" download>${name}</a></li>`;
  return html`<section class="downloads" aria-labelledby="downloads">
<h2 id="downloads">${words.downloads}</h2>
<p>${words.downloadsText}</p>
<ul role="list">${[file('csv', words.csv), file('json', words.json), file('xlsx', words.xlsx), file('ods', words.ods)]}
<li><a href="/public/fields${query}">${words.fields}</a></li></ul>
</section>`;
}

/** A published plan, as everybody reads it. */
export function planPage(given: PlanPage): string {
  const { language, plan, document, path, publicUrl } = given;
  const words = wordsIn(language.locale);
  const sections = sectionsOf(document, plan.membersPublic, words);
  const { agency, title } = document;
  const year = document.year ?? 0;
  const contents = sections.map(
    ({ id, name }) => html`
<li><a href="#${id}">${name}</a>${
      id === 'items' && document.items.length > 1
        ? html`<ul role="list" lang="zh-TW">${document.items.map(
            (item, i) => html`<li><a class="numbered" href="#${anchorOf(i)}">${lineOf(item)}</a></li>`,
          )}</ul>`
        : null
    }</li>`,
  );
  return frame({
    language,
    path,
    title: title.includes(agency) ? title : `${title}－${agency}`,
    description: words.description(agency, year, title),
    canonical: publicUrl + path,
    main: html`<h1 lang="zh-TW">${title}</h1>
${facts(given, words)}
<div class="beside-plan">
<div class="aside">
<nav class="contents" aria-labelledby="contents"><h2 id="contents">${words.contents}</h2><ul role="list">${contents}
</ul></nav>
${downloads(path, language.query, words)}
</div>
<div class="plan">${sections.map(
      ({ id, name, body }, i) => html`
<section class="part" aria-labelledby="${id}">
<h2 id="${id}">${language.locale === 'en' ? name : `${markLabel('formal', i + 1)}、${name}`}</h2>
${body}
</section>`,
    )}
</div>
</div>`,
  });
}

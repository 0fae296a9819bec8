import type { PlanNode } from '../../../sync/model/index.ts';
import { marked } from '../../../sync/outline/write/marked.ts';
import { type Html, html } from '../html.ts';
import type { Words } from '../words.ts';

/** A mark and its text, the mark hanging beside the lines. */
function numbered({ label, text }: Pick<PlanNode, 'label' | 'text'>): Html {
  const { mark } = marked(label, text);
  return mark === ''
    ? html`<span class="text">${text}</span>`
    : html`<span class="mark">${mark.trimEnd()}</span> <span class="text">${text}</span>`;
}

/** Who does it, when it is checked, and what else is said of it. Plans are written in Chinese, whatever language the page is in. */
function beside({ units, checkMonths, cadence, remarks }: PlanNode, words: Words): Html | null {
  const said = (name: string, value: string, chinese: boolean): Html | null =>
    value === '' ? null : html`<div><dt>${name}</dt><dd${chinese ? html` lang="zh-TW"` : null}>${value}</dd></div>`;
  const facts = [
    said(words.units, units.join('、'), true),
    said(words.checkMonths, words.month(checkMonths), false),
    said(words.cadence, cadence.join('、'), true),
    said(words.remarks, remarks, true),
  ].filter(fact => fact !== null);
  return facts.length === 0 ? null : html`<dl class="beside">${facts}</dl>`;
}

function list(nodes: readonly PlanNode[], words: Words): Html | null {
  if (nodes.length === 0) return null;
  return html`<ul class="steps" role="list">${nodes.map(
    node => html`
<li><div class="step"><p class="numbered" lang="zh-TW">${numbered(node)}</p>${beside(node, words)}</div>${list(node.children, words)}</li>`,
  )}
</ul>`;
}

const keyPoint = (node: PlanNode, words: Words): Html => html`
<section class="key-point">
<div class="step"><h4 class="numbered" lang="zh-TW">${numbered(node)}</h4>${beside(node, words)}</div>
${list(node.children, words)}
</section>`;

/** The address of an item on its page. */
export const anchorOf = (index: number): string => `item-${index + 1}`;

/** The tree of a plan: items and key points are headings, what stands below them lists. */
export const tree = (items: readonly PlanNode[], words: Words): readonly Html[] =>
  items.map(
    (item, i) => html`
<section class="item" id="${anchorOf(i)}">
<div class="step"><h3 class="numbered" lang="zh-TW">${numbered(item)}</h3>${beside(item, words)}</div>
${item.children.map(node => keyPoint(node, words))}
</section>`,
  );

/** An item as one line of the table of contents. */
export const lineOf = (item: PlanNode): Html => numbered(item);

import type { Range } from '../../sheet/index.ts';
import { columnTitles, evidenceSheetTitle } from '../columns.ts';
import type { FormContent, FormEvidence, FormRow } from '../content.ts';
import { legible } from '../plain-text.ts';
import type { CellLink, Drawing, DrawnRow } from './drawing.ts';
import type { Texts } from './layout.ts';
import { heightOf } from './measure.ts';

/** Rows of the evidence sheet that one row of the form points to. */
export interface EvidenceLink {
  readonly first: number;
  readonly last: number;
}

/** Only web addresses become links, spelled so that Excel does not find the file damaged; anything else stays a name. */
function safeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && href.length <= 2000 ? href : null;
}

/** A cell holds one link: the evidence itself, or, where there are several, its lines on the evidence sheet. */
export function linkOf(row: FormRow, links: ReadonlyMap<string, EvidenceLink>): CellLink | null {
  const lines = links.get(row.rowId);
  if (lines)
    return {
      kind: 'inner',
      sheet: evidenceSheetTitle,
      range: { top: lines.first, left: 3, bottom: lines.last, right: 3 },
    };
  return row.evidence.length === 1 ? webLink(row.evidence[0]!.url) : null;
}

const webLink = (address: string | null): CellLink | null => {
  const url = safeUrl(address);
  return url === null ? null : { kind: 'web', url };
};

const firstRow = 3;
const widths = [44, 18, 70] as const;

/** Where each row with several pieces of evidence will stand on the evidence sheet. */
export function placeEvidence(rows: readonly FormRow[]): ReadonlyMap<string, EvidenceLink> {
  const links = new Map<string, EvidenceLink>();
  let next = firstRow;
  for (const { rowId, evidence } of rows) {
    if (evidence.length < 2) continue;
    links.set(rowId, { first: next, last: next + evidence.length - 1 });
    next += evidence.length;
  }
  return links;
}

/** The sheet that gives every piece of evidence its own link; null where no row has more than one. */
export function drawEvidenceSheet(
  content: FormContent,
  texts: readonly Texts[],
  links: ReadonlyMap<string, EvidenceLink>,
): Drawing | null {
  if (links.size === 0) return null;
  const rows: DrawnRow[] = [
    { height: 34, grows: false, cells: [{ column: 1, text: evidenceSheetTitle, look: 'title' }] },
    {
      height: 26,
      grows: false,
      cells: [columnTitles.step, columnTitles.unit, columnTitles.evidence].map((text, i) => ({
        column: i + 1,
        text,
        look: 'header',
      })),
    },
  ];
  const merges: Range[] = [{ top: 1, left: 1, bottom: 1, right: widths.length }];
  content.rows.forEach((row, i) => {
    const link = links.get(row.rowId);
    if (!link) return;
    rows.push(...row.evidence.map((evidence, nth) => evidenceRow(evidence, nth, texts[i]!, row.evidence.length)));
    for (const column of [1, 2]) merges.push({ top: link.first, left: column, bottom: link.last, right: column });
  });
  return {
    name: evidenceSheetTitle,
    columns: widths.map(width => ({ width, hidden: false })),
    rows,
    merges,
    frozenRows: 2,
    repeatsHeader: false,
    filter: null,
    protected: false,
    footer: null,
  };
}

function evidenceRow({ name, url }: FormEvidence, nth: number, { step, unit }: Texts, among: number): DrawnRow {
  const link = legible(name) === '' ? null : webLink(url);
  const share = Math.ceil(heightOf(step, widths[0], 12) / among);
  return {
    height: Math.min(409, Math.max(24, share, heightOf(name, widths[2], 12))),
    grows: false,
    cells: [
      { column: 1, text: nth === 0 ? step : '', look: 'text' },
      { column: 2, text: nth === 0 ? unit : '', look: 'centred' },
      { column: 3, text: name, look: link ? 'link' : 'text', link },
    ],
  };
}

import { correctProfile, learn, profileForm } from '../form/profile/index.ts';
import type { FormProfile } from '../model/index.ts';
import { type Issue, type MessageCode, type Params, say } from '../model/index.ts';
import { defaultLimits, type Limits, readWorkbook, type Workbook } from '../sheet/index.ts';
import { isConsolidated } from './consolidate/mark.ts';
import { openReturned } from './opened.ts';
import type { Edition, Order, Returned } from './order.ts';
import { editionNumbered, recognised as recognise } from './recognise.ts';
import { rowsOf } from './rows.ts';
import { readStamp } from './stamp.ts';

const mostIssues = 200;
/** A file with more rows that are no question is another file; the rest of them is told by number. */
const mostStrays = 1000;

const issueOf = (code: MessageCode, severity: Issue['severity'], params: Params): Issue => ({
  code,
  severity,
  message: say(code, 'zh-TW', params),
  params,
});

/**
 * All that a returned file says, in one pure job for a thread of its own: whose it is, which edition, what each row answers.
 * Never throws on bad input.
 * @param name as the person knows it; it may name the agency
 * @param limits how much a file may hold
 */
export function readReturned(bytes: Uint8Array, name: string, order: Order, limits: Limits = defaultLimits): Returned {
  const read = readWorkbook(bytes, name, limits);
  if (!read.ok) return { ok: false, issue: read.issue };
  const { workbook } = read;
  if (isConsolidated(workbook)) return { ok: false, issue: issueOf('collection_consolidated', 'error', { name }) };
  const profile = profileReturned(workbook, order);
  if (profile.sheets.length === 0) return { ok: false, issue: profile.issues[0]! };
  const opened = openReturned({ file: name, workbook, profile });
  const recognised = recognise({ workbook, profile, fileName: name }, opened, order);
  const edition = editionNumbered(order, recognised.edition);
  if (!edition) return { ok: false, issue: issueOf('collection_no_questions', 'error', { name }) };
  const { rows, strays, notReturned, duplicates, issues } = rowsOf(opened, edition);
  const texts = new Map(edition.rows.map(row => [row.rowId, row.text]));
  const copies = duplicates.map(rowId =>
    issueOf('collection_row_copied', 'warning', {
      text: (texts.get(rowId) ?? '').slice(0, 60),
      count: strays.filter(({ copyOf }) => copyOf === rowId).length,
    }),
  );
  const left = strays.length - mostStrays;
  const surplus = left > 0 ? [issueOf('collection_strays_more', 'warning', { count: left })] : [];
  return {
    ok: true,
    format: workbook.format,
    recognised,
    rows,
    strays: strays.slice(0, mostStrays),
    notReturned,
    duplicates,
    issues: [...read.issues, ...recognised.issues, ...surplus, ...copies, ...issues].slice(0, mostIssues),
  };
}

/** What a person put right about the template holds for what comes back of it. */
function profileReturned(workbook: Workbook, { collection, editions }: Order): FormProfile {
  const marks = readStamp(workbook);
  const marked =
    marks?.collection === collection ? editions.find(({ edition }) => edition === marks.edition) : undefined;
  const edition: Edition | undefined = marked ?? editions.toSorted((a, b) => b.edition - a.edition)[0];
  if (!edition || edition.corrections.length === 0) return profileForm(workbook);
  return correctProfile(
    workbook,
    learn(workbook, edition.corrections, { found: edition.profile, profile: edition.profile }),
  );
}

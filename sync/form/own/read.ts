import type { Issue, MatchedBy, StrayRow } from '../../model/index.ts';
import { columnFields } from '../columns.ts';
import { type Manifest, manifestRow } from '../manifest.ts';
import { notice } from '../notice.ts';
import { doubtIssues } from '../read/doubts.ts';
import { type FormBook, type OpenedForm, openForm } from '../read/index.ts';
import { matchEach } from '../read/match.ts';
import type { TableRow } from '../read/table-row.ts';
import type { ReturnedRow } from '../returned.ts';
import { type IssuedQuestion, type Likely, matchQuestions, type OwnMatch } from './match.ts';

/** A row of a file, and which issued row it is. */
export interface OwnRow extends Pick<ReturnedRow, 'sheet' | 'row' | 'questionText' | 'cells' | 'values'> {
  /** Null where it is none for certain. */
  readonly rowId: string | null;
  readonly matchedBy: Exclude<MatchedBy, 'person'> | null;
  readonly mismatched: boolean;
  /** Best first, where it is none for certain. */
  readonly candidates: readonly Likely[];
  /** What is to be said as long as nobody has placed the row elsewhere. */
  readonly issues: readonly Issue[];
}

/** Our own form as it came back, compared with the file that went out: a plain value, to be placed as often as needed. */
export interface OwnReading {
  /** In the order of the file. */
  readonly rows: readonly OwnRow[];
  /** Rows whose cells say nothing that could be taken. */
  readonly strays: readonly StrayRow[];
  readonly issues: readonly Issue[];
}

/** Said of files that do not know which form they are; here a person knows. */
const settled: ReadonlySet<string> = new Set([
  'form_id_lost',
  'form_id_recovered',
  'form_manifest_lost',
  'form_sheet_other',
]);

const questionsOf = ({ rows }: OpenedForm): readonly (IssuedQuestion & TableRow)[] =>
  rows.flatMap(row => (row.rowId === null ? [] : [{ ...row, rowId: row.rowId }]));

/** What the hidden sheet of an issued form says, also of one that has none, being text alone. */
function manifestOf({ manifest, formId }: OpenedForm, rows: ReturnType<typeof questionsOf>): Manifest {
  if (manifest) return manifest;
  const texts = ({ question, evidence, cells }: TableRow) => {
    const all: Readonly<Record<string, string | null | undefined>> = {
      ...question,
      evidence,
      result: cells.result?.text,
      narrative: cells.narrative?.text,
      remarks: cells.remarks?.text,
    };
    return Object.fromEntries(columnFields.map(field => [field, all[field] ?? ''])) as Parameters<
      typeof manifestRow
    >[1];
  };
  return { formId: formId ?? '', heading: '', rows: rows.map(row => manifestRow(row.rowId, texts(row))) };
}

/**
 * Reads our own form for the rows of the one that went out, where the file alone does not tell: its ids are gone, or are those of
 * another form that a person says it is not. Ids of the form count before anything else, then questions word by word where the file
 * says that it is the form; where it has no ids, rows are matched by how alike their questions are. A row without its id among
 * others that have theirs was put in by hand: it is never taken for one by its text alone. Pure.
 */
export function readOwn(book: FormBook, issuedBook: FormBook): OwnReading {
  const left = openForm(issuedBook);
  const issued = questionsOf(left);
  const manifest = manifestOf(left, issued);
  const opened = openForm(book, manifest);
  const issues = opened.issues.filter(
    ({ code }) => !settled.has(code) && (left.manifest !== null || code !== 'form_heading_edited'),
  );
  const known = opened.rows.some(({ rowId }) => rowId !== null && opened.identity.knows(rowId));
  const other = opened.formId !== null && opened.formId !== left.formId;
  return {
    rows: known || (!other && opened.formId !== null) ? byLadder(opened, issued, known) : byText(opened.rows, issued),
    strays: opened.strays,
    issues: [...(other ? [notice('form_read_as_other')] : []), ...issues],
  };
}

const plain = ({ sheet, row, questionText, cells, values }: TableRow) => ({ sheet, row, questionText, cells, values });

const asMatched = (row: TableRow, { rowId, candidates }: OwnMatch): OwnRow => ({
  ...plain(row),
  rowId,
  matchedBy: rowId === null ? null : 'text',
  mismatched: false,
  candidates: rowId === null ? candidates : [],
  issues: rowId === null ? [] : doubtIssues(row),
});

function byText(rows: readonly TableRow[], issued: readonly IssuedQuestion[]): readonly OwnRow[] {
  const matches = matchQuestions(rows, issued);
  return rows.map((row, i) => asMatched(row, matches[i]!));
}

/** @param byHand whether rows without an id were put in by hand, as the others have theirs */
function byLadder(
  { rows, identity }: OpenedForm,
  issued: readonly IssuedQuestion[],
  byHand: boolean,
): readonly OwnRow[] {
  const own = rows.filter(({ rowId }) => rowId === null || identity.knows(rowId));
  const climbed = new Map(matchEach(own, identity).map((each, i) => [own[i]!, each]));
  const taken = new Set([...climbed.values()].flatMap(each => each.rows.map(({ rowId }) => rowId)));
  const loose = rows.filter(row => !climbed.get(row)?.rows[0]);
  const free = issued.filter(({ rowId }) => !taken.has(rowId));
  const likely = new Map(matchQuestions(loose, free).map((match, i) => [loose[i]!, match]));
  return rows.map(row => {
    const { rows: [found] = [], issues } = climbed.get(row) ?? {
      issues: [notice('form_row_unknown', {}, { sheet: row.sheet, row: row.row })],
    };
    if (found) {
      const { rowId, mismatched } = found;
      const matchedBy = found.matchedBy === 'id' ? 'id' : 'question';
      return { ...plain(row), rowId, matchedBy, mismatched, candidates: [], issues };
    }
    const match = likely.get(row)!;
    if (!byHand && climbed.has(row)) return asMatched(row, match);
    const { candidates } = match;
    return { ...plain(row), rowId: null, matchedBy: null, mismatched: false, candidates, issues };
  });
}

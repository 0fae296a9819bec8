import type { FileConflict } from '../../collect/index.ts';
import type { Issue, Locale } from '../../model/index.ts';
import { fieldName } from '../field-words.ts';
import { table } from '../table.ts';
import { messageOf, say, words } from '../words.ts';
import type { AskedForm } from './form.ts';
import type { ReadFile } from './gather.ts';
import type { Collected } from './run.ts';

type State = 'collected' | 'merged' | 'repeated' | 'unknown' | 'unreadable';

/** What became of one file. */
export interface FileReport {
  readonly file: string;
  readonly state: State;
  readonly agency: string | null;
  /** Questions that it answers, rows that are no question, and questions that it does not have. */
  readonly rows: number;
  readonly strays: number;
  readonly notReturned: number;
  /** Agencies that it may be from, best first. */
  readonly candidates: readonly string[];
  /** Of a repeated one, the file with the same bytes. */
  readonly of: string | null;
  readonly issues: readonly Issue[];
}

const labels = {
  done: words(
    '{agencies} 個機關、{files} 份檔案，{rows} 筆填報已彙整到 {out}',
    '{rows} answers of {agencies} agencies out of {files} files were consolidated into {out}',
  ),
  open: words(
    '無法讀取 {unreadable} 份，無法認定機關 {unknown} 份，重複 {repeated} 份，未送 {missing} 個機關，待確認 {strays} 列，衝突 {conflicts} 筆',
    '{unreadable} unreadable, {unknown} of no certain agency, {repeated} repeated; {missing} agencies without a file; {strays} rows left to a person, {conflicts} conflicts',
  ),
  file: words('檔案', 'File'),
  state: words('結果', 'Outcome'),
  agency: words('機關', 'Agency'),
  rows: words('列', 'Rows'),
  notes: words('說明', 'Notes'),
  conflict: words(
    '{agency}「{text}」{field}：{earlier} 與 {later} 不同，採用較晚的檔案',
    '{agency} “{text}” {field}: {earlier} and {later} differ; the later file counts',
  ),
  missing: words('未送：{names}', 'Nothing came from: {names}'),
  notReturned: words('少 {count} 題', '{count} questions missing'),
  strays: words('{count} 列待確認', '{count} rows left to a person'),
  comma: words('，', ', '),
  perhaps: words('可能是：{names}。', ' Perhaps: {names}.'),
};
const states: Readonly<Record<State, ReturnType<typeof words>>> = {
  collected: words('已彙整', 'consolidated'),
  merged: words('已併入', 'merged'),
  repeated: words('重複', 'repeated'),
  unknown: words('無法認定', 'whose?'),
  unreadable: words('無法讀取', 'unreadable'),
};

function reportOf(file: ReadFile, state: State, agency: string | null, nameOf: (id: string) => string): FileReport {
  const { returned, kept, source } = file;
  const none = { rows: 0, strays: 0, notReturned: 0, candidates: [], of: null };
  if (!returned.ok) return { file: source.name, state, agency, ...none, issues: [returned.issue] };
  return {
    ...none,
    file: source.name,
    state,
    agency,
    rows: kept.rowIds.length,
    strays: returned.strays.length,
    notReturned: returned.notReturned.length,
    candidates: returned.recognised.candidates.map(({ id }) => nameOf(id)),
    issues: returned.issues,
  };
}

export interface Report {
  readonly agencies: number;
  readonly rows: number;
  readonly files: readonly FileReport[];
  /** Agencies of the list nothing of which came. */
  readonly missing: readonly string[];
  readonly conflicts: readonly (FileConflict & { readonly agency: string; readonly text: string })[];
  readonly problems: Collected['problems'];
}

export function reportOn(collected: Collected, { items }: AskedForm): Report {
  const { agencies, unreadable, unknown, repeated, answers, problems } = collected;
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const texts = new Map(items.map(({ rowId, text }) => [rowId, text]));
  const ofAgency = new Map(agencies.flatMap(({ name, files }) => files.map(file => [file, name] as const)));
  const files = [
    ...agencies.flatMap(({ name, files }) =>
      files.map(file => reportOf(file, files.length > 1 ? 'merged' : 'collected', name, nameOf)),
    ),
    ...unreadable.map(file => reportOf(file, 'unreadable', null, nameOf)),
    ...unknown.map(file => reportOf(file, 'unknown', null, nameOf)),
    ...repeated.map(({ file, of }) => ({
      ...reportOf(file, 'repeated', ofAgency.get(of) ?? null, nameOf),
      of: of.source.name,
    })),
  ];
  return {
    agencies: answers.filter(({ kept }) => kept !== null).length,
    rows: answers.reduce((sum, { kept }) => sum + (kept?.rowIds.length ?? 0), 0),
    files: files.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
    missing: agencies.filter(agency => agency.files.length === 0).map(({ name }) => name),
    conflicts: answers.flatMap(({ agency, conflicts }) =>
      conflicts.map(conflict => ({ ...conflict, agency: agency.name, text: texts.get(conflict.rowId) ?? '' })),
    ),
    problems,
  };
}

const isCounted = ({ state }: FileReport): boolean => state === 'collected' || state === 'merged';
const strayRows = ({ files }: Report): number => files.filter(isCounted).reduce((sum, { strays }) => sum + strays, 0);

/** A file or a row is left to a person. */
export const isOpen = (report: Report): boolean =>
  report.problems.length + report.conflicts.length + strayRows(report) > 0 ||
  report.files.some(({ state }) => state === 'unreadable' || state === 'unknown');

const excerpt = (text: string): string => (text.length > 30 ? `${text.slice(0, 29)}…` : text);

const isLeft = ({ state }: FileReport): boolean => state === 'unreadable' || state === 'unknown';
const reasonOf = ({ issues }: FileReport): Issue | undefined =>
  issues.find(({ severity }) => severity !== 'info') ?? issues[0];

/** In a line of the table; why a file is left to a person is told in full below it. */
function notesOf(file: FileReport, locale: Locale): string {
  const { state, of, strays, notReturned } = file;
  if (state === 'repeated') return of ?? '';
  const reason = isLeft(file) ? undefined : reasonOf(file);
  const notes = [
    ...(notReturned > 0 ? [say(labels.notReturned, locale, { count: notReturned })] : []),
    ...(strays > 0 ? [say(labels.strays, locale, { count: strays })] : []),
    ...(reason ? [messageOf(reason, locale)] : []),
  ];
  return notes.join(say(labels.comma, locale));
}

/** What is to be done about the files that were left out, each in a line of its own. */
function reasonsOf(file: FileReport, locale: Locale): readonly string[] {
  const reason = isLeft(file) ? reasonOf(file) : undefined;
  if (!reason) return [];
  const message = messageOf(reason, locale);
  const { candidates } = file;
  const perhaps = candidates.length > 0 ? [say(labels.perhaps, locale, { names: candidates.join('、') })] : [];
  const named = message.includes(file.file) ? '' : `${file.file}：`;
  return [[`${named}${message}`, ...perhaps].join('')];
}

/** The report for people: what needs one first of all, every file in a line of its own. */
export function linesOf(report: Report, out: string, locale: Locale, width: number): readonly string[] {
  const count = (state: State): number => report.files.filter(file => file.state === state).length;
  const { agencies, rows, files, missing, conflicts, problems } = report;
  const heads = [labels.state, labels.agency, labels.rows, labels.file, labels.notes];
  return [
    say(labels.done, locale, { agencies, rows, files: files.filter(isCounted).length, out }),
    say(labels.open, locale, {
      unreadable: count('unreadable') + problems.length,
      unknown: count('unknown'),
      repeated: count('repeated'),
      missing: missing.length,
      strays: strayRows(report),
      conflicts: conflicts.length,
    }),
    ...(missing.length > 0 ? [say(labels.missing, locale, { names: missing.join('、') })] : []),
    ...conflicts.map(({ agency, text, field, earlier, later }) =>
      say(labels.conflict, locale, {
        agency,
        text: excerpt(text),
        field: fieldName(field, locale),
        earlier: `${excerpt(String(earlier.value ?? ''))}（${earlier.file}）`,
        later: `${excerpt(String(later.value ?? ''))}（${later.file}）`,
      }),
    ),
    '',
    ...table(
      [
        heads.map(head => say(head, locale)),
        ...files.map(file => [
          say(states[file.state], locale),
          file.agency ?? '',
          String(file.rows),
          file.file,
          notesOf(file, locale),
        ]),
      ],
      width,
    ),
    ...files.flatMap(file => reasonsOf(file, locale)),
    ...problems.map(({ issue }) => messageOf(issue, locale)),
  ];
}

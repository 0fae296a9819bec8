import { deflateRawSync } from 'node:zlib';
import { type CellPatch, type PatchValue, parseAddress, patchWorkbook } from '../../../sync/sheet/index.ts';
import { convert, findSoffice } from '../../../sync/sheet/libreoffice/index.ts';
import { type Blank, blankOf, type Layout, layouts } from './layouts.ts';
import { agencyNamed, answerOf, resultChoices } from './questions.ts';

/** A file as an agency sends it. */
export interface ReturnedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Null for one that nobody can read. */
  readonly agency: string | null;
}

/** Where LibreOffice is not installed, its formats come as plain .xlsx, and `resaved` says so. */
export async function blanks(
  chosen: readonly Layout[] = layouts,
): Promise<{ readonly blanks: readonly Blank[]; readonly resaved: boolean }> {
  const soffice = await findSoffice();
  const made: Blank[] = [];
  for (const layout of chosen) {
    const blank = await blankOf(layout);
    if (layout.format === 'xlsx' || !soffice) made.push(blank);
    else {
      const ods = await converted(blank.bytes, 'ods');
      made.push({ ...blank, bytes: layout.format === 'ods' ? ods : await converted(ods, 'xlsx') });
    }
  }
  return { blanks: made, resaved: soffice !== null };
}

async function converted(bytes: Uint8Array, to: 'ods' | 'xlsx'): Promise<Uint8Array> {
  const made = await convert(bytes, '檢核表', to);
  if (!made.ok) throw new Error(made.issue.message);
  return made.bytes;
}

const tick = '✓';
const textOf = (value: string): PatchValue => ({ kind: 'text', value });

/** A blank form as an agency fills it. @param agency its number */
export function filled(blank: Blank, agency: number): Uint8Array {
  const patches: CellPatch[] = [];
  const put = (address: string, value: PatchValue): void => {
    const { row, column } = parseAddress(address)!;
    patches.push({ sheet: blank.sheet, row, column, value });
  };
  put(blank.agencyCell, textOf(agencyNamed(agency)));
  for (const { question, cells, ticks } of blank.places) {
    const answer = answerOf(agency, question);
    if (!ticks) {
      if (answer.result !== '') put(cells.result, textOf(answer.result));
    } else {
      const chosen = ticks[resultChoices.indexOf(answer.result as (typeof resultChoices)[number])];
      if (chosen) put(chosen, textOf(tick));
    }
    for (const field of ['narrative', 'evidence', 'selfScore', 'remarks'] as const) {
      const value = answer[field];
      if (value === '' || value === null) continue;
      const typed: PatchValue = typeof value === 'number' ? { kind: 'number', value } : textOf(value);
      put(cells[field], typed);
    }
  }
  const patched = patchWorkbook(blank.bytes, '檢核表', patches);
  if (!patched.ok) throw new Error(patched.issue.message);
  return patched.bytes;
}

/** Files that come by mistake or broken: cut short, no workbook, empty, another workbook, and a zip that holds nothing of it. */
const bad: readonly ((whole: Uint8Array) => Uint8Array)[] = [
  whole => whole.slice(0, whole.length >> 1),
  () => new TextEncoder().encode('這是一封信，不是試算表。'),
  () => new Uint8Array(),
  whole => whole.map((byte, i) => (i > 200 && i < 900 ? byte ^ 0x5a : byte)),
  () => deflateRawSync(Buffer.alloc(4000, 7)),
];

/**
 * Files of so many agencies, in turn in every layout. One in twenty is bad.
 * @param first number of the first agency
 */
export function* returnedFiles(made: readonly Blank[], count: number, first = 0): Generator<ReturnedFile> {
  for (let agency = first; agency < first + count; agency++) {
    const blank = made[agency % made.length]!;
    const isOds = blank.bytes[30] === 0x6d;
    const bytes = filled(blank, agency);
    const isBad = agency % 20 === 19;
    yield {
      name: `${String(agency + 1).padStart(4, '0')} ${agencyNamed(agency)}檢核表.${isOds ? 'ods' : 'xlsx'}`,
      bytes: isBad ? bad[Math.floor(agency / 20) % bad.length]!(bytes) : bytes,
      agency: isBad ? null : agencyNamed(agency),
    };
  }
}

import { deflateRawSync } from 'node:zlib';
import exceljs from 'exceljs';
import { type CellPatch, type PatchValue, parseAddress, patchWorkbook } from '../../../sync/sheet/index.ts';
import { convert, findSoffice } from '../../../sync/sheet/libreoffice/index.ts';
import { type Blank, blankOf, issuedLayout, type Layout, layouts } from './layouts.ts';
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

/** What an agency sends by mistake or broken: its bytes, made of its form and of other workbooks. */
type Mishap = (whole: Uint8Array, others: Others) => Uint8Array;
interface Others {
  /** The file of the agency before. */
  readonly before: Uint8Array;
  /** A workbook that is no form at all. */
  readonly ledger: Uint8Array;
  /** The form of the year before: a part of the questions, otherwise numbered. */
  readonly older: Uint8Array;
}

/** As Excel saves a workbook with a password: a compound file with the package encrypted in it. */
function encrypted(whole: Uint8Array): Uint8Array {
  const file = Buffer.alloc(2048 + whole.length);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  Buffer.from('EncryptedPackage', 'utf16le').copy(file, 1024);
  Buffer.from(whole).copy(file, 2048);
  return file;
}

const mishaps: readonly (readonly [name: string, make: Mishap])[] = [
  ['cut', whole => whole.slice(0, whole.length >> 1)],
  ['letter', () => new TextEncoder().encode('這是一封信，不是試算表。')],
  ['empty', () => new Uint8Array()],
  ['damaged', whole => whole.map((byte, i) => (i > 200 && i < 900 ? byte ^ 0x5a : byte))],
  ['encrypted', encrypted],
  ['otherForm', (_, { ledger }) => ledger],
  ['duplicate', (_, { before }) => before],
  ['olderEdition', (_, { older }) => older],
  ['noise', () => deflateRawSync(Buffer.alloc(4000, 7))],
];

/**
 * Files of so many agencies, in turn in every layout. One in twenty is bad.
 * @param first number of the first agency
 */
export async function* returnedFiles(made: readonly Blank[], count: number, first = 0): AsyncGenerator<ReturnedFile> {
  const ledger = await ledgerOf();
  const old = await blankOf({ ...issuedLayout, order: Array.from({ length: 40 }, (_, i) => 59 - i) });
  let before: Uint8Array = new Uint8Array();
  for (let agency = first; agency < first + count; agency++) {
    const blank = made[agency % made.length]!;
    const isOds = blank.bytes[30] === 0x6d;
    const whole = filled(blank, agency);
    const [mishap, make] = mishaps[Math.floor(agency / 20) % mishaps.length]!;
    const isBad = agency % 20 === 19;
    const older = isBad && mishap === 'olderEdition' ? filled(old, agency) : whole;
    yield {
      name: `${String(agency + 1).padStart(4, '0')} ${agencyNamed(agency)}檢核表.${isOds ? 'ods' : 'xlsx'}`,
      bytes: isBad ? make(whole, { before, ledger, older }) : whole,
      agency: isBad && mishap !== 'olderEdition' ? null : agencyNamed(agency),
    };
    before = whole;
  }
}

async function ledgerOf(): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.addWorksheet('零用金').addRows([
    ['日期', '摘要', '收入', '支出'],
    ['114/03/01', '郵資', null, 350],
    ['114/03/04', '文具', null, 1280],
  ]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

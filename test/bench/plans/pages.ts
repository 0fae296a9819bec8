import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readPlan } from '../../../sync/outline/index.ts';
import { defaultLimits } from '../../../sync/sheet/index.ts';
import { findSoffice } from '../../../sync/sheet/libreoffice/index.ts';
import { runOffice } from '../../../sync/sheet/libreoffice/office.ts';
import { pdf, portrait, sheet } from '../../sync/outline/pdf/pdf-builder.ts';
import { type SetCell, setTable } from '../../sync/outline/pdf/table-setter.ts';
import { type Measure, repeat } from '../measure.ts';

const run = promisify(execFile);
const perPage = 10;
const widths = [90, 120, 220, 70];

const head: readonly SetCell[] = ['執行要項', '執行重點', '執行步驟', '執行單位'].map((text, column) => ({
  text,
  row: 0,
  column,
}));

/** A page of a ruled table with as many steps as agencies print on one. */
function cellsOf(page: number): readonly SetCell[] {
  const steps = Array.from({ length: perPage }, (_, n): readonly SetCell[] => [
    {
      text: `${n + 1}.盤點第${page * perPage + n + 1}項業務的申辦流程，訂定標準作業程序並公告於機關網站。`,
      row: n + 1,
      column: 2,
    },
    { text: n % 2 === 0 ? '各課室' : '民政課\n社會課', row: n + 1, column: 3 },
  ]);
  const item = { text: `${'一二三四五六七八九'[page % 9]}、精進第${page + 1}類服務`, row: 1, column: 0, rows: perPage };
  return [
    ...head,
    item,
    { text: '(一)檢討服務流程，縮短等候時間。', row: 1, column: 1, rows: perPage },
    ...steps.flat(),
  ];
}

const planOf = (pages: number): Uint8Array =>
  pdf(
    Array.from({ length: pages }, (_, page) =>
      sheet(portrait, pen => {
        if (page === 0) pen.text(150, 60, '青埔市南港區公所115年度服務計畫', 16);
        setTable(pen, cellsOf(page), { left: 48, top: 80, widths, rules: 'lines', align: 'middle' });
        pen.text(290, 815, `${page + 1}`, 10);
      }),
    ),
  );

type Speed = Pick<Measure, 'perSecond' | 'p50' | 'p99'>;

interface Peer {
  readonly who: string;
  readonly note: string;
  /** Null where it is not installed or opens no .pdf. */
  readonly measure: (bytes: Uint8Array, times: number) => Promise<Speed | null>;
}

const pdftotext: Peer = {
  who: 'pdftotext',
  note: 'only to text, columns by blanks',
  measure: async (bytes, times) => {
    const folder = await mkdtemp(join(tmpdir(), 'guankao-bench-'));
    try {
      const path = join(folder, 'plan.pdf');
      await writeFile(path, bytes);
      return await repeat(times, () => run('pdftotext', ['-layout', path, '-'], { maxBuffer: 2 ** 28 }));
    } catch {
      return null;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

const libreOffice: Peer = {
  who: 'LibreOffice',
  note: 'only to text',
  measure: async bytes => {
    const soffice = findSoffice();
    if (soffice === null) return null;
    const convert = () =>
      runOffice(soffice, {
        bytes,
        from: 'pdf',
        to: 'txt',
        filter: 'Text (encoded):UTF8',
        timeMs: 120_000,
        limits: defaultLimits,
      });
    return (await convert()) instanceof Uint8Array ? repeat(2, convert) : null;
  },
};

async function measured(pages: number, times: number): Promise<readonly Measure[]> {
  const bytes = planOf(pages);
  const what = `read a .pdf plan of ${pages} pages`;
  const perSecond = ({ perSecond: files = 0 }: Speed): string => `${Math.round(files * pages)} pages a second`;
  const ours = await repeat(times, async () => {
    const { plan, issues } = await readPlan(bytes, 'plan.pdf');
    if (plan?.items.length !== pages) throw new Error(issues[0]?.message ?? 'Not every item was read.');
  });
  const measures: Measure[] = [{ what, who: 'Guankao', note: perSecond(ours), ...ours }];
  for (const { who, note, measure } of [pdftotext, libreOffice]) {
    const theirs = await measure(bytes, times);
    if (theirs) measures.push({ what, who, note: `${perSecond(theirs)}; ${note}`, ...theirs });
    else process.stderr.write(`${who} is left out: it is not here, or opens no .pdf.\n`);
  }
  return measures;
}

/** Reading PDFs, in pages a second. */
export async function readPages(): Promise<readonly Measure[]> {
  return [...(await measured(6, 20)), ...(await measured(60, 5))];
}

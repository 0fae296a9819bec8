import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { say } from '../../../../sync/model/index.ts';
import { pdfLimits, readPdf, readPdfWithin } from '../../../../sync/outline/pdf/index.ts';
import { file, pdf, portrait, sheet, stream } from './pdf-builder.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, character => character.charCodeAt(0));
const textOf = (bytes: Uint8Array): string => Array.from(bytes, byte => String.fromCharCode(byte)).join('');

const page = sheet(portrait, pen => {
  pen.text(60, 100, '壹、計畫依據：青埔市政府服務計畫。');
  pen.text(60, 130, '貳、計畫目標：縮短民眾等候的時間。');
});
const plain = pdf([page]);
const blank = sheet(portrait, pen => pen.raw('q 500 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q'));
const withContent = (content: string, more: readonly string[] = [], resources = ''): Uint8Array =>
  file([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> /Contents 4 0 R >>`,
    content,
    ...more,
  ]);
const form = (next: number, times: number): string =>
  stream(
    ` /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /X ${next} 0 R >> >>`,
    '/X Do '.repeat(times),
  );

const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> /P -4 >> /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`;

test.each([
  ['nothing at all', new Uint8Array(0), 'pdf_corrupt'],
  ['a signature and no more', bytesOf('%PDF-1.7\n'), 'pdf_corrupt'],
  ['a file that breaks off', plain.slice(0, 400), 'pdf_corrupt'],
  ['a file of something else', bytesOf(`%PDF-1.7\n${'x'.repeat(50_000)}`), 'pdf_corrupt'],
  ['a file with a password', pdf([page], { trailer: locked }), 'pdf_encrypted'],
  ['pictures of pages', pdf([blank, blank]), 'pdf_scanned'],
  [
    'fonts that name no characters',
    pdf([sheet(portrait, pen => pen.text(60, 99, '\ue001\ue002'.repeat(20)))]),
    'pdf_garbled',
  ],
  ['more pages than a plan has', pdf(Array.from({ length: 301 }, () => page)), 'pdf_too_many_pages'],
])('%s is told for what it is', async (_, bytes, code) => {
  const read = await readPdf(bytes, '計畫.pdf', {});
  expect(read).toMatchObject({ ok: false, issue: { code, severity: 'error' } });
  if (read.ok) return;
  expect(read.issue.message).toContain('計畫.pdf');
  expect(say(code, 'en', read.issue.params)).not.toMatch(/[{}]/);
});

test('a tree of pages that holds itself ends', async () => {
  const looped = file(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 5 /Kids [2 0 R 2 0 R] >>']);
  expect(await readPdf(looped, '計畫.pdf', {})).toMatchObject({ ok: false, issue: { code: 'pdf_corrupt' } });
});

test('a file whose table of contents is wrong is read all the same', async () => {
  const lost = bytesOf(textOf(plain).replace(/startxref\n\d+/, 'startxref\n99999'));
  const read = await readPdf(lost, '計畫.pdf', {});
  expect(read.ok && read.document.blocks).toHaveLength(2);
});

test('a page without text among others is told with its number', async () => {
  const read = await readPdf(pdf([page, blank]), '計畫.pdf', {});
  expect(read.ok && read.issues).toEqual([
    {
      code: 'pdf_page_scanned',
      severity: 'warning',
      page: 2,
      params: { name: '計畫.pdf', page: 2 },
      message: expect.stringContaining('第 2 頁'),
    },
  ]);
});

test('a page with more than anybody reads is cut, and that is told', async () => {
  const dense = sheet(portrait, pen => {
    for (let i = 0; i < 40; i++) pen.text(60, 100 + i * 15, '計畫的內容文字'.repeat(4));
  });
  const read = await readPdfWithin({ ...pdfLimits, perPage: 500 }, pdf([dense]), '計畫.pdf');
  expect(read.ok && read.issues.map(({ code }) => code)).toEqual(['pdf_page_cut']);
  expect(await readPdfWithin({ ...pdfLimits, perDocument: 500 }, pdf([dense]), '計畫.pdf')).toMatchObject({
    ok: false,
    issue: { code: 'pdf_too_dense' },
  });
});

test('drawings that draw themselves, or each other without end, do not hold up the reader', async () => {
  const loop = withContent(stream('', '/X Do'), [form(5, 2)], '/XObject << /X 5 0 R >>');
  expect(await readPdf(loop, '計畫.pdf', {})).toMatchObject({ ok: false, issue: { code: 'pdf_scanned' } });
});

test('numbers beyond all measure are no places on a page', async () => {
  const absurd = sheet(portrait, pen => {
    pen.text(60, 100, '壹、計畫依據：青埔市政府服務計畫。');
    const absurdly = `1${'0'.repeat(200)}`;
    pen.raw(`q ${absurdly} 0 0 ${absurdly} 0 0 cm ${absurdly} 0 m ${absurdly} ${absurdly} l S`);
    pen.raw(`BT /F1 ${absurdly} Tf <8a08> Tj ET Q`);
  });
  const read = await readPdf(pdf([absurd]), '計畫.pdf', {});
  expect(read.ok && read.document.blocks).toHaveLength(1);
});

const nested = withContent(stream('', 'q '.repeat(2_000_000)));

test('a file that takes too long is given up, and the next one is read', async () => {
  expect(await readPdfWithin({ ...pdfLimits, timeMs: 100 }, nested, '計畫.pdf')).toMatchObject({
    ok: false,
    issue: { code: 'pdf_too_long' },
  });
  expect(await readPdf(plain, '計畫.pdf', {})).toMatchObject({ ok: true });
});

test('a small file that inflates to fill the memory is given up, and the next one is read', async () => {
  const packed = textOf(deflateSync(deflateSync(new Uint8Array(160_000_000).fill(32), { level: 1 })));
  const bomb = withContent(stream(' /Filter [/FlateDecode /FlateDecode]', packed));
  expect(bomb.length).toBeLessThan(100_000);
  expect(await readPdfWithin({ ...pdfLimits, bytesMb: 40 }, bomb, '計畫.pdf')).toMatchObject({
    ok: false,
    issue: { code: 'pdf_too_big' },
  });
  expect(await readPdf(plain, '計畫.pdf', {})).toMatchObject({ ok: true });
});

test('a reading that is no longer wanted ends at once', async () => {
  const wanted = new AbortController();
  const reading = readPdf(nested, '計畫.pdf', { signal: wanted.signal });
  wanted.abort(new Error('gone'));
  await expect(reading).rejects.toThrow('gone');
  await expect(readPdf(plain, '計畫.pdf', { signal: AbortSignal.abort(new Error('never')) })).rejects.toThrow('never');
});

test('several files are read at once', async () => {
  const reads = await Promise.all([plain, nested.slice(0, 300), plain].map(bytes => readPdf(bytes, '計畫.pdf', {})));
  expect(reads.map(({ ok }) => ok)).toEqual([true, false, true]);
});

test('texts that are printed over each other are told, and bold print is not taken for that', async () => {
  const over = sheet(portrait, pen => {
    pen.text(60, 100, '壹、計畫依據：青埔市政府服務計畫。');
    pen.text(64, 102, '貳、計畫目標：縮短民眾等候的時間。');
  });
  const bold = sheet(portrait, pen => {
    for (const x of [60, 60.4]) pen.text(x, 100, '壹、計畫依據：青埔市政府服務計畫。');
  });
  const codesOf = async (drawn: typeof over): Promise<readonly string[]> => {
    const read = await readPdf(pdf([drawn]), '計畫.pdf', {});
    return read.ok ? read.issues.map(({ code }) => code) : [read.issue.code];
  };
  expect(await codesOf(over)).toEqual(['pdf_page_overprinted']);
  expect(await codesOf(bold)).toEqual([]);
});

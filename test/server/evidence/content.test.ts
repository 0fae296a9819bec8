import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mediaTypeOf } from '../../../server/evidence/content.ts';
import { acceptedMedia } from '../../../sync/model/index.ts';
import { big5, docx, exe, html, odt, pdf, png, svg, utf8, xlsx, zip } from '../../support/sample-files.ts';

const ooxml = 'application/vnd.openxmlformats-officedocument';

/** A zip archive whose last entry claims another inflated size in the directory (PKWARE APPNOTE 4.3.12). */
function claiming(archive: Uint8Array, bytes: number): Uint8Array {
  const copy = Buffer.from(archive);
  const entry = copy.lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
  copy.writeUInt32LE(bytes, entry + 24);
  return copy;
}

describe('what a file is', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guankao-content-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const judge = async (bytes: Uint8Array): Promise<string> => {
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    return mediaTypeOf({ path, size: bytes.length, name: '檔案' }).catch((error: { code: string }) => error.code);
  };

  it('is told from its bytes', async () => {
    expect(await judge(png())).toBe('image/png');
    expect(await judge(pdf())).toBe('application/pdf');
    expect(await judge(docx())).toBe(`${ooxml}.wordprocessingml.document`);
    expect(await judge(await xlsx())).toBe(`${ooxml}.spreadsheetml.sheet`);
    expect(await judge(odt())).toBe('application/vnd.oasis.opendocument.text');
  });

  it('is plain text when people wrote it so, in UTF-8, Big5 or UTF-16', async () => {
    expect(await judge(utf8())).toBe('text/plain');
    expect(await judge(utf8('\ufeff項目,件數\r\n受理,12\r\n'))).toBe('text/plain');
    expect(await judge(big5())).toBe('text/plain');
    expect(await judge(Buffer.from('\ufeff佐證資料\r\n', 'utf16le'))).toBe('text/plain');
  });

  it.each([
    ['a program', exe()],
    ['a page', html()],
    ['a page without its declaration', utf8('說明\n<script>alert(1)</script>')],
    ['a drawing that can run', svg()],
    ['a drawing behind a declaration', utf8('<?xml version="1.0"?><svg/>')],
    ['a shell script', utf8('#!/bin/sh\nrm -rf /\n')],
    ['an archive', zip()],
    ['a document with macros', docx({}, 'application/vnd.ms-word.document.macroEnabled')],
    ['bytes without meaning', Uint8Array.from({ length: 300 }, (_, i) => (i * 7) % 256)],
  ])('%s is refused', async (_what, bytes) => expect(await judge(bytes)).toBe('file_kind_refused'));

  it('is refused when it is empty', async () => expect(await judge(new Uint8Array())).toBe('file_empty'));

  it('is refused when it would inflate beyond all measure', async () => {
    const bomb = claiming(docx(), 1500 * 1024 ** 2);
    expect(await judge(bomb)).toBe('file_bomb');
  });

  it('is refused when its directory was cut off', async () => {
    const whole = docx({ 'word/media/a.bin': Uint8Array.from({ length: 5000 }, (_, i) => (i * i) % 251) });
    expect(await judge(whole.subarray(0, whole.length - 200))).toMatch(/^file_(bomb|kind_refused)$/);
  });

  it('is never anything that is not accepted, and never breaks the judge', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), fc.nat(8), async (bytes, kind) => {
        const starts = [png(), pdf(), docx(), odt(), exe(), html(), zip(), utf8(), new Uint8Array()];
        const answer = await judge(Buffer.concat([starts[kind]!, bytes]));
        expect([...Object.keys(acceptedMedia), 'file_kind_refused', 'file_bomb']).toContain(answer);
      }),
      { numRuns: 60 },
    );
  });
});

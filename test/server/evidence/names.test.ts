import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName, linkName } from '../../../server/evidence/names.ts';

const pdf = 'application/pdf';

describe('the name of evidence', () => {
  it.each([
    ['114年6月會議紀錄.pdf', '114年6月會議紀錄.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\王\\照片.PDF', '照片.PDF'],
    ['發票\u202efdp.exe', '發票fdp.exe.pdf'],
    ['a\u0000b\r\nc.pdf', 'abc.pdf'],
    ['setup.exe', 'setup.exe.pdf'],
    ['page.html', 'page.html.pdf'],
    ['con.pdf', '_con.pdf'],
    ['  .pdf ', 'pdf.pdf'],
    ['', 'file.pdf'],
    ['a<b>:c?.pdf', 'a_b__c_.pdf'],
  ])('%j is kept as %j', (given, kept) => expect(fileName(given, pdf)).toBe(kept));

  it('of plain text never ends like a program', () => {
    for (const ending of ['bat', 'ps1', 'hta', 'js', 'html', 'svg', 'cmd'])
      expect(fileName(`run.${ending}`, 'text/plain')).toBe(`run.${ending}.txt`);
    expect(fileName('統計.csv', 'text/plain')).toBe('統計.csv');
  });

  it('is always one line of at most 255 characters that names no other place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), given => {
        for (const name of [fileName(given, pdf), fileName(given, 'text/plain')]) {
          expect(name.length).toBeLessThanOrEqual(255);
          expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
          expect(name).toMatch(/^[^.\s].*\.(pdf|txt|csv|tsv|md|log)$/isu);
          expect(fileName(name, name.endsWith('pdf') ? pdf : 'text/plain')).toBe(name);
        }
        expect(linkName(given).length).toBeLessThanOrEqual(255);
      }),
    );
  });
});

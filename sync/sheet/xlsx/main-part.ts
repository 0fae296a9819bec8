import { Refusal } from '../refusal.ts';
import type { Archive } from '../zip.ts';
import { contentTypesOf, relationshipsOf } from './package.ts';

const workbookType = /(?:spreadsheetml|ms-excel)\.(?:sheet|template|addin)\S*main\+xml/i;

/** Where the package says its workbook is, or, when it lost that, the part of a workbook's content type. */
export function mainPart(archive: Archive): string {
  const types = contentTypesOf(archive);
  const named = relationshipsOf(archive, '').find(r => r.kind === 'officeDocument')?.part;
  const typed = [...types].find(([, type]) => workbookType.test(type))?.[0];
  const part = named ?? typed;
  if (part === undefined) throw new Refusal('not_a_workbook');
  const type = types.get(part.toLowerCase()) ?? '';
  if (/sheet\.binary/i.test(type)) throw new Refusal('workbook_xlsb');
  if (type !== '' && !workbookType.test(type) && !/xml$/i.test(type.split(';')[0]!))
    throw new Refusal('not_a_workbook');
  if (/wordprocessingml|presentationml|visio/i.test(type)) throw new Refusal('not_a_workbook');
  return part;
}

export const hasMacros = (archive: Archive, main: string): boolean =>
  /macroEnabled/i.test(contentTypesOf(archive).get(main.toLowerCase()) ?? '');

/** A signature of the package (ECMA-376-2, 13); one of its macros alone covers no cell. */
export const isSigned = (archive: Archive): boolean =>
  relationshipsOf(archive, '').some(r => r.kind === 'origin' && archive.find(r.part) !== undefined);

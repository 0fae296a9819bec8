import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeForm } from '../../../sync/form/index.ts';
import { blankOf, issuedLayout } from '../../support/returned/layouts.ts';
import { buildContent } from '../form/forms.ts';

/** Workbooks of every kind, by name: with and without custom properties, macros, and metadata. */
export async function samplePackages(): Promise<readonly (readonly [name: string, bytes: Uint8Array])[]> {
  const plain = (await blankOf(issuedLayout)).bytes;
  const form = async (format: 'xlsx' | 'ods') => {
    const written = await writeForm(buildContent(), format);
    if (!written.ok) throw new Error('not written');
    return written.bytes;
  };
  const ods = await form('ods');
  return [
    ['無自訂屬性.xlsx', plain],
    ['已有自訂屬性.xlsx', await form('xlsx')],
    ['空的屬性檔.xlsx', withParts(plain, emptyProperties)],
    ['前綴命名空間.xlsx', withParts(plain, prefixed)],
    ['巨集.xlsm', withParts(plain, macros)],
    ['既有屬性.ods', ods],
    ['無中繼資料.ods', withoutMeta(ods)],
    ['空的中繼資料.ods', withParts(ods, emptyMeta)],
    ['平面.fods', flat()],
    ['其他程式.xlsx', await byExceljs()],
  ];
}

type Change = (parts: Record<string, string>) => void;

function withParts(bytes: Uint8Array, change: Change): Uint8Array {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  change(parts);
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [
        name,
        [strToU8(xml), { level: name === 'mimetype' ? 0 : 6 }] as const,
      ]),
    ),
  );
}

const customType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const customRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';

const emptyProperties: Change = parts => {
  parts['docProps/custom.xml'] =
    '<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>';
  parts['_rels/.rels'] = parts['_rels/.rels']!.replace(
    '</Relationships>',
    `<Relationship Id="rId50" Type="${customRelation}" Target="docProps/custom.xml"/></Relationships>`,
  );
  parts['[Content_Types].xml'] = parts['[Content_Types].xml']!.replace(
    '</Types>',
    `<Override PartName="/docProps/custom.xml" ContentType="${customType}"/></Types>`,
  );
};

const prefixed: Change = parts => {
  const inside = /<Relationships[^>]*>(.*)<\/Relationships>/s.exec(parts['_rels/.rels']!)![1]!;
  parts['_rels/.rels'] =
    `<r:Relationships xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships">${inside.replaceAll('<Relationship ', '<r:Relationship ')}</r:Relationships>`;
  // A part of that name that nothing leads to is somebody else's.
  parts['docProps/custom.xml'] = '<leftover/>';
};

const macros: Change = parts => {
  parts['[Content_Types].xml'] = parts['[Content_Types].xml']!.replace(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  );
};

function withoutMeta(bytes: Uint8Array): Uint8Array {
  return withParts(bytes, parts => {
    delete parts['meta.xml'];
    parts['META-INF/manifest.xml'] = parts['META-INF/manifest.xml']!.replace(
      /<manifest:file-entry[^>]*meta\.xml[^>]*\/>/,
      '',
    );
  });
}

const emptyMeta: Change = parts => {
  parts['meta.xml'] =
    '<?xml version="1.0"?><o:document-meta xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><o:meta/></o:document-meta>';
};

const flat = (): Uint8Array =>
  strToU8(
    '<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="表"><table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>',
  );

async function byExceljs(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('表').addRow(['甲', '乙']);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

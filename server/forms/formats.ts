import type { FormFormat } from '../../sync/model/index.ts';

const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How a file of each format is served; its name ends in the format's own. */
export const mediaTypes: Readonly<Record<FormFormat, string>> = {
  xlsx: office,
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  fods: 'application/vnd.oasis.opendocument.spreadsheet-flat-xml',
  csv: 'text/csv; charset=utf-8',
};

/** A file name without what file systems forbid, ending as its format does. */
export const fileNameOf = (stem: string, format: string): string =>
  `${stem.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 200)}.${format}`;

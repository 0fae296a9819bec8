import { type Exporter, type RaRecord, useTranslate } from 'react-admin';
import { dayInTaipei } from '../../sync/model/index.ts';
import { save } from '../data/index.ts';
import { type Column, toCsv } from './csv.ts';

/** A column by the field that heads it, or by a key of the catalogue in `heading`. */
export interface ExportColumn<T> {
  readonly source: string;
  readonly heading?: string;
  readonly text: (row: T) => string;
}

/** Writes rows into a file of some format; CSV is the first, workbooks may stand beside it. */
export type Writer = <T>(columns: readonly Column<T>[], rows: readonly T[]) => Blob;

export interface ExportFormat {
  readonly extension: string;
  readonly write: Writer;
}

export const csvFormat: ExportFormat = {
  extension: 'csv',
  write: (columns, rows) => new Blob([toCsv(columns, rows)], { type: 'text/csv;charset=utf-8' }),
};

/** An exporter for a list: every row of the filter, the headings in the person's language, the day in the file's name. */
export function useExporter<T extends RaRecord>(
  resource: string,
  columns: readonly ExportColumn<T>[],
  format: ExportFormat = csvFormat,
): Exporter<T> {
  const translate = useTranslate();
  return rows => {
    const headed = columns.map(({ source, heading, text }) => ({
      heading: translate(heading ?? `resources.${resource}.fields.${source}`),
      text,
    }));
    const name = translate(`resources.${resource}.name`, { smart_count: 2 });
    save(format.write(headed, rows), `${name}_${dayInTaipei(new Date())}.${format.extension}`);
  };
}

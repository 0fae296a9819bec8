import type { Workbook } from '../../sheet/index.ts';

/** The document property by which a consolidated workbook is told from a form: it has the same headings. */
export const consolidatedMark = 'GuankaoConsolidation';

export const isConsolidated = ({ customProperties }: Pick<Workbook, 'customProperties'>): boolean =>
  customProperties.has(consolidatedMark);

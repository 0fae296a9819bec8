import type { PlanDocument } from '../../model/index.ts';
import { type Conversion, type ConversionOptions, printPdf } from '../../sheet/libreoffice/index.ts';
import type { WriteOptions } from './page.ts';
import { writePlan } from './write-plan.ts';

/**
 * Writes a plan as .pdf through the LibreOffice of this machine. Takes seconds. Without LibreOffice the refusal says what to do.
 * Where it has no program for texts, the .pdf is printed from the workbook.
 * @param name of the file, for messages only
 */
export const writePlanPdf = (
  plan: PlanDocument,
  name: string,
  { emptyColumns = false, ...options }: WriteOptions & ConversionOptions = {},
): Promise<Conversion> =>
  printPdf(
    (['odt', 'ods'] as const).map(from => ({ from, write: () => writePlan(plan, from, { emptyColumns }) })),
    name,
    options,
  );

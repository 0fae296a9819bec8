import type { PlanDocument, PlanFileFormat } from '../../sync/model/index.ts';
import { writePlan, writePlanPdf } from '../../sync/outline/write/index.ts';
import type { ConversionOptions } from '../../sync/sheet/libreoffice/index.ts';
import type { Read } from '../reading/jobs.ts';

export interface WritingOrder extends Pick<ConversionOptions, 'soffice' | 'timeMs'> {
  readonly plan: PlanDocument;
  readonly format: PlanFileFormat;
}

/** Writes a plan, on whatever thread this is called. @param name of the file, for messages only */
export async function writePlanFile(
  _nothing: Uint8Array,
  name: string,
  { plan, format, ...options }: WritingOrder,
): Promise<Read<Uint8Array>> {
  if (format !== 'pdf') return { ok: true, result: await writePlan(plan, format), issues: [] };
  const printed = await writePlanPdf(plan, name, options);
  return printed.ok ? { ok: true, result: printed.bytes, issues: printed.issues } : printed;
}

import { type PropertiesResult, withProperties } from '../sheet/properties/index.ts';
import type { Workbook } from '../sheet/workbook.ts';
import type { Marks } from './order.ts';

const names = { collection: 'GuankaoCollection', edition: 'GuankaoEdition', recipient: 'GuankaoRecipient' } as const;

/**
 * Writes ids into the document properties of a workbook (.xlsx, .xlsm, .ods): every other part keeps its compressed bytes.
 * Stamping the same again changes nothing. A signed workbook is refused.
 * @param fileName as the person knows it, for messages only
 */
export const stampBook = (bytes: Uint8Array, fileName: string, marks: Marks): PropertiesResult =>
  withProperties(
    bytes,
    fileName,
    new Map([
      [names.collection, marks.collection],
      [names.edition, String(marks.edition)],
      [names.recipient, marks.recipient],
    ]),
  );

/** The ids that a workbook was stamped with; null where any of them is lost. */
export function readStamp({ customProperties }: Pick<Workbook, 'customProperties'>): Marks | null {
  const collection = customProperties.get(names.collection);
  const edition = Number(customProperties.get(names.edition));
  const recipient = customProperties.get(names.recipient);
  if (!collection || !recipient || !Number.isSafeInteger(edition) || edition < 1) return null;
  return { collection, edition, recipient };
}

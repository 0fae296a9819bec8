import type { Workbook } from 'exceljs';

/** The two members of exceljs's writer that saving depends on; its types leave them out. */
interface Writer {
  addContentTypes: (zip: Zip, model: unknown) => Promise<void>;
}
interface Zip {
  append: (data: string | Uint8Array, options: object) => void;
}

/**
 * Saves what exceljs built. It hands its parts to the zip as strings, which the zip cuts every 16,384 code units before it encodes
 * them: a character beyond the basic plane that stands on a cut is lost. So every part is encoded whole, before the zip gets it.
 */
export async function saveWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const writer = workbook.xlsx as unknown as Writer;
  const addContentTypes = writer.addContentTypes.bind(writer);
  writer.addContentTypes = (zip, model) => {
    const append = zip.append.bind(zip);
    zip.append = (data, options) => append(typeof data === 'string' ? Buffer.from(data) : data, options);
    return addContentTypes(zip, model);
  };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

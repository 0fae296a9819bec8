import { edit, type Parts } from '../../form/write/package.ts';

/** Takes out the hour of writing, so that the same plan is the same file. */
export const removeStamps = (parts: Parts): void =>
  edit(parts, 'docProps/core.xml', xml => xml.replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, ''));

import { fileNameOf } from '../forms/formats.ts';

/** File systems take 255 bytes, and a letter may take four. */
const longest = { agency: 28, collection: 28 };
const cut = (text: string, most: number): string => [...text].slice(0, most).join('');

export interface Naming {
  readonly recipientId: string;
  readonly agencyName: string;
  readonly collectionName: string;
  readonly edition: number;
  readonly format: string;
}

/**
 * What the workbook of an agency is called: by the agency first, so that a folder of them stands in order. The same agency always
 * gets the same name in an edition, and no two get one: where a name must be cut, the end of the id tells it from others.
 */
export function workbookName({ recipientId, agencyName, collectionName, edition, format }: Naming): string {
  const short = cut(agencyName, longest.agency);
  const agency = short === agencyName ? short : `${short}…${recipientId.slice(-6)}`;
  const newer = edition > 1 ? `_第${edition}版` : '';
  return fileNameOf(`${agency}_${cut(collectionName, longest.collection)}${newer}`, format);
}

/** The text of a list that a spreadsheet program exported: Excel in Taiwan writes .csv in Big5 unless it is told otherwise. */
export function listText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('big5').decode(bytes);
  }
}

/** Markup that is safe to put on a page. */
export interface Html {
  readonly markup: string;
}

type Piece = Html | string | number | null | readonly (Html | string | null)[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => entities[sign]!);

const written = (piece: Piece): string => {
  if (piece === null) return '';
  if (Array.isArray(piece)) return piece.map(written).join('');
  return typeof piece === 'object' ? (piece as Html).markup : escaped(String(piece));
};

/** A piece of a page. Every text that is put in is escaped, whoever wrote it; only markup made here is not. */
export const html = (around: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  markup: around.map((part, i) => (i < pieces.length ? part + written(pieces[i]!) : part)).join(''),
});

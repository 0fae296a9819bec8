/** How letters stand out from others. */
export interface Emphasis {
  readonly bold: boolean;
  readonly underline: boolean;
  /** Crossed out. */
  readonly strike: boolean;
  /** As the file names it; null for black and for the colour that the program chooses. */
  readonly color: string | null;
}

/** Letters that look alike. */
export interface Stretch {
  readonly text: string;
  readonly emphasis: Emphasis;
}

export const plainEmphasis: Emphasis = { bold: false, underline: false, strike: false, color: null };

/** Cuts a text where its look changes; null where the pieces are not the text. */
export const stretchesOf = (text: string, pieces: readonly Stretch[]): readonly Stretch[] | null =>
  pieces.map(piece => piece.text).join('') === text ? pieces : null;

const pointsOf: Readonly<Record<string, number>> = { in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pt: 1, pc: 12, px: 0.75 };
const length = /^(\d*\.?\d+)(in|cm|mm|pt|pc|px)$/;

/** A length such as `1.4583in` in points; null when it is none. */
export function points(text: string | undefined): number | null {
  const match = length.exec(text?.trim() ?? '');
  return match ? Math.round(Number(match[1]) * pointsOf[match[2]!]! * 100) / 100 : null;
}

/** Points as Excel's character units: 7 pixels of 3/4 pt each, and 5 pixels of margin. */
export const characters = (width: number): number => Math.max(0, Math.round(((width / 0.75 - 5) / 7) * 100) / 100);

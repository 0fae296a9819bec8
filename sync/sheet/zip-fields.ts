/** Where a number of a central record stands: in the record itself, or in its zip64 extra field. */
export interface Field {
  readonly at: number;
  readonly wide: boolean;
}

export interface WideFields {
  readonly size: Field;
  readonly compressedSize: Field;
  readonly offset: Field;
}

/** Numbers of 0xffffffff stand in the zip64 extra field instead, in this order and only where they are needed (APPNOTE 4.5.3). */
export function wideFields(view: DataView, record: number): WideFields {
  const extra = record + 46 + view.getUint16(record + 28, true);
  const extraEnd = extra + view.getUint16(record + 30, true);
  let wide = 0;
  let wideEnd = 0;
  for (let p = extra; p + 4 <= extraEnd; p += 4 + view.getUint16(p + 2, true)) {
    if (view.getUint16(p, true) !== 1) continue;
    wide = p + 4;
    wideEnd = Math.min(extraEnd, p + 4 + view.getUint16(p + 2, true));
  }
  const field = (at: number): Field => {
    if (view.getUint32(at, true) !== 0xffffffff || wide + 8 > wideEnd) return { at, wide: false };
    wide += 8;
    return { at: wide - 8, wide: true };
  };
  const size = field(record + 24);
  const compressedSize = field(record + 20);
  return { size, compressedSize, offset: field(record + 42) };
}

export const numberAt = (view: DataView, { at, wide }: Field): number =>
  wide ? Number(view.getBigUint64(at, true)) : view.getUint32(at, true);

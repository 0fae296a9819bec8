type Row = Readonly<Record<string, unknown>>;

/** Whether two values of JSON are equal all the way down. */
export const same = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = a as Row;
  const right = b as Row;
  const keys = Object.keys(left);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(right).length &&
    keys.every(key => key in right && same(left[key], right[key]))
  );
};

/** The fields of `after` that differ from `before`, and nothing else: the body of a PATCH. */
export const changedFields = (before: Row, after: Row): Row =>
  Object.fromEntries(Object.entries(after).filter(([key, value]) => value !== undefined && !same(before[key], value)));

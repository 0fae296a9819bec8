/** What Excel allows for the name of a sheet. */
const longest = 31;

/** A name that no sheet of a workbook has; case does not tell sheets apart. */
export function freeName(name: string, taken: readonly string[]): string {
  const known = new Set(taken.map(each => each.toLowerCase()));
  for (let n = 1; ; n++) {
    const ending = n === 1 ? '' : ` ${n}`;
    const tried = name.slice(0, longest - ending.length) + ending;
    if (!known.has(tried.toLowerCase())) return tried;
  }
}

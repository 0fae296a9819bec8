/** The list of reports narrowed to these values; empty ones narrow nothing. */
export function reportsAt(filter: Readonly<Record<string, string | boolean | undefined>>): string {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  return `/reports?${new URLSearchParams({ filter: JSON.stringify(given) })}`;
}

import { request } from '../data/index.ts';

const perRequest = 5000;

/** Every row of a resource that fits a filter, in as many requests as it takes. */
export async function readAll<T>(resource: string, filter: Readonly<Record<string, string>>): Promise<readonly T[]> {
  const rows: T[] = [];
  for (;;) {
    const range = { _start: String(rows.length), _end: String(rows.length + perRequest), _sort: 'id', _order: 'ASC' };
    const { json, headers } = await request(`/api/${resource}?${new URLSearchParams({ ...filter, ...range })}`);
    const part = json as readonly T[];
    rows.push(...part);
    if (part.length === 0 || rows.length >= Number(headers.get('x-total-count') ?? 0)) return rows;
  }
}

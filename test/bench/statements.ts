import { countedServer } from '../support/counted-server.ts';
import type { Bench, Measure } from './measure.ts';

const pages = [25, 100, 500];
const lists = ['reports?_sort=dueDate', 'reports?_expand=unit&_expand=planItem', 'planItems?_embed=reports'];

/** How many statements a list takes must not depend on how long its page is. */
async function run(): Promise<readonly Measure[]> {
  const server = await countedServer(null);
  try {
    const measures: Measure[] = [];
    for (const list of lists) {
      const counts: number[] = [];
      for (const page of pages) counts.push((await server.list(`/api/${list}&_start=0&_end=${page}`)).statements);
      measures.push({
        what: `SQL statements of ${list}`,
        who: 'Guankao',
        note: `${counts.join(', ')} for pages of ${pages.join(', ')}`,
      });
    }
    return measures;
  } finally {
    await server.close();
  }
}

export const statements: Bench = { name: 'statements', run };

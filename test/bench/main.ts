import { cpus } from 'node:os';
import { bureau } from './bureau/index.ts';
import { collect } from './collect/index.ts';
import { fanOut } from './fan-out.ts';
import { forms } from './forms.ts';
import { lists } from './lists.ts';
import { type Measure, tableOf } from './measure.ts';
import { plans } from './plans/index.ts';
import { statements } from './statements.ts';
import { workbooks } from './workbooks/index.ts';

/** Every bench, each against its peer in the same run. `npm run bench -- lists` runs one of them. */
const benches = [lists, statements, forms, workbooks, plans, fanOut, collect, bureau];

const wanted = process.argv.slice(2);
const measures: Measure[] = [];
for (const bench of benches.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  process.stderr.write(`${bench.name} …\n`);
  measures.push(...(await bench.run()));
}
const machine = cpus();
process.stdout.write(
  `Node ${process.versions.node}, ${machine.length} × ${machine[0]?.model ?? 'unknown processor'}\n\n${tableOf(measures)}\n`,
);

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { planDocument } from '../../../sync/model/index.ts';
import { documentOfWorkbook, interpretDocument, readPlan } from '../../../sync/outline/index.ts';
import { readWorkbook } from '../../../sync/sheet/index.ts';

const corpus = process.env.CORPUS_DIR;
const plans = join(corpus ?? '.', 'plans');

const figures = ['f1', 'units', 'checkMonths', 'cadence', 'header', 'basis', 'goals', 'reviews', 'taskForce'] as const;
type Score = Readonly<Record<(typeof figures)[number] | 'nodes', number>> & { readonly missing: readonly string[] };

/** How well each format must be read at least, and whether it carries what a plan says around its table. */
const formats = [
  { format: 'docx', least: 0.99, sections: true },
  { format: 'odt', least: 0.99, sections: true },
  { format: 'pdf', least: 0.98, sections: true },
  { format: 'txt', least: 0.98, sections: true },
  { format: 'xlsx', least: 0.99, sections: false },
  { format: 'ods', least: 0.99, sections: false },
] as const;
const cases = ['daliao', 'yancheng', 'shanshang']
  .flatMap(name => formats.map(format => ({ name, ...format })))
  .filter(({ name, format }) => corpus && existsSync(join(plans, `${name}.${format}`)));

describe.runIf(corpus)('real plans', () => {
  it.each(cases)('$name (.$format)', async ({ name, format, least, sections }) => {
    const { score } = (await import(pathToFileURL(join(corpus!, 'score.mjs')).href)) as {
      score: (want: unknown, got: unknown) => Score;
    };
    const file = `${name}.${format}`;
    const { plan, issues } = await readPlan(readFileSync(join(plans, file)), file);
    const expected = JSON.parse(readFileSync(join(plans, `${name}.expected.json`), 'utf8')) as Record<string, unknown>;
    const scored = score(expected, planDocument.parse(plan));
    const asked = figures.filter(figure => sections || !['header', 'basis', 'goals', 'reviews'].includes(figure));
    const printed = asked.map(figure => `${figure} ${scored[figure].toFixed(3)}`).join(', ');
    process.stdout.write(`${file}: ${scored.nodes} nodes, ${printed}; ${issues.length} issues\n`);
    for (const figure of asked) expect(scored[figure], figure).toBeGreaterThanOrEqual(least);
    expect(plan).toMatchObject({ title: expected.title, agency: expected.agency, year: expected.year });
  });

  it('are told from workbooks that hold no plan', () => {
    const folder = join(corpus!, 'workbooks');
    for (const name of readdirSync(folder)) {
      const result = readWorkbook(readFileSync(join(folder, name)), name);
      if (!result.ok) continue;
      const { plan, issues } = interpretDocument(documentOfWorkbook(result.workbook), name);
      expect(plan?.items).toEqual([]);
      expect(issues.map(({ code }) => code)).toEqual(['table_not_found']);
    }
  });
});

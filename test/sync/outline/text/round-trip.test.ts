import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpretDocument } from '../../../../sync/outline/index.ts';
import { readText } from '../../../../sync/outline/text/index.ts';
import { printCellByCell } from './print-lines.ts';
import { after, type Branch, before, branchOf, headers, marked, plans, rowsOf, wrap } from './printed-plans.ts';

function read(text: string): readonly Branch[] {
  const reading = readText(new TextEncoder().encode(text), 'plan.txt');
  if (!reading.ok) throw new Error(reading.issue.message);
  return interpretDocument(reading.document, 'plan.txt').plan!.items.map(branchOf);
}

/** The same plans every time: a line may end so that nobody could tell what goes on in it. */
const seed = 114;
const runs = 40;

describe('a plan printed as text', () => {
  it('comes back from cells printed one below the other, over pages', { timeout: 60_000 }, () => {
    const sheets = fc.record({
      widths: fc.tuple(
        fc.integer({ min: 5, max: 7 }),
        fc.integer({ min: 8, max: 11 }),
        fc.integer({ min: 14, max: 20 }),
      ),
      page: fc.integer({ min: 18, max: 40 }),
    });
    const property = fc.property(plans, sheets, fc.constantFrom('\n', '\n\n'), (plan, sheet, between) => {
      const text = `${before}${headers.join(' ')}\n${printCellByCell(plan, sheet, between)}\n${after}`;
      expect(read(text)).toEqual(plan);
    });
    fc.assert(property, { seed, numRuns: runs });
  });

  it('comes back from rows with tabs, whose empty cells on the left got lost', () => {
    const property = fc.property(plans, fc.boolean(), (plan, lost) => {
      const rows = rowsOf(plan).map(cells => {
        const from = lost ? cells.findIndex(cell => cell !== '') : 0;
        return cells.slice(from).join('\t');
      });
      expect(read(`${before}${headers.join('\t')}\n${rows.join('\n')}\n\n${after}`)).toEqual(plan);
    });
    fc.assert(property, { seed, numRuns: runs });
  });

  it('comes back from rows between bars', () => {
    const property = fc.property(plans, plan => {
      const rows = [headers, ['---', '---', '---', '---'], ...rowsOf(plan)].map(cells => `| ${cells.join(' | ')} |`);
      expect(read(`${before}${rows.join('\n')}\n${after}`)).toEqual(plan);
    });
    fc.assert(property, { seed, numRuns: runs });
  });

  it('comes back from an outline, whatever the width of its lines', () => {
    const property = fc.property(
      plans,
      fc.integer({ min: 24, max: 40 }),
      fc.integer({ min: 1, max: 2 }),
      (plan, width, tab) => {
        const withoutUnits = (branch: Branch): Branch => ({
          ...branch,
          units: [],
          children: branch.children.map(withoutUnits),
        });
        const bare = plan.map(withoutUnits);
        const print = (branch: Branch, depth: number): readonly string[] => {
          const indent = ' '.repeat(2 * tab * depth);
          const own = wrap(marked(branch), width - tab * depth).map(line => `${indent}${line}`);
          return [...own, ...branch.children.flatMap(child => print(child, depth + 1))];
        };
        expect(read(`${before}${bare.flatMap(branch => print(branch, 0)).join('\n')}\n${after}`)).toEqual(bare);
      },
    );
    fc.assert(property, { seed, numRuns: runs });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { type Edition, readReturned } from '../../../sync/collect/index.ts';
import { blanks, filled } from '../../support/returned/files.ts';
import { type Blank, blankOf, issuedLayout, layouts } from '../../support/returned/layouts.ts';
import { agencyNamed, questions } from '../../support/returned/questions.ts';
import { editionFrom, expected, orderFor, returnedOf } from './opened.ts';

describe.concurrent('rows of returned forms', () => {
  let made: readonly Blank[];
  let edition: Edition;
  const agencies = layouts.map((_, i) => ({ id: `a${i}`, name: agencyNamed(i) }));
  beforeAll(async () => {
    // Conversions by LibreOffice take a second each.
    made = (await blanks()).blanks;
    edition = editionFrom(made[0]!.bytes);
  }, 60_000);

  it.each(layouts.map(({ name }, i) => [name, i] as const))('are all found in the layout %s', (_, i) => {
    const returned = returnedOf(filled(made[i]!, i), '回覆.xlsx', orderFor([edition], agencies));
    expect(returned.recognised).toMatchObject({ recipient: { id: `a${i}`, by: 'name' }, edition: 1 });
    const asked = layouts[i]!.order;
    expect(returned.notReturned).toEqual(questions.flatMap((_, q) => (asked.includes(q) ? [] : [`q${q}`])));
    expect(returned.strays.map(({ text }) => text)).toEqual(
      layouts[i]!.added ? ['自行增列：辦理社區關懷據點共餐活動'] : [],
    );
    expect(returned.rows.map(({ rowId }) => rowId)).toEqual(asked.map(q => `q${q}`));
    for (const { rowId, values } of returned.rows)
      expect({ rowId, ...values }).toMatchObject({ rowId, ...expected(i, Number(rowId.slice(1))) });
  });

  it('name the cell that each value stands in', () => {
    const { rows } = returnedOf(filled(made[1]!, 1), '回覆.xlsx', orderFor([edition], agencies));
    const places = made[1]!.places;
    expect(rows.map(({ cells }) => cells.narrative)).toEqual(places.map(({ cells }) => cells.narrative));
  });

  it('are taken from neither of two copies of a question', async () => {
    const order = [0, 1, 2, 3, ...[...questions.keys()].slice(3)];
    const copied = await blankOf({ ...issuedLayout, merged: false, order });
    const returned = returnedOf(filled(copied, 2), '回覆.xlsx', orderFor([edition], agencies));
    expect(returned.duplicates).toEqual(['q3']);
    expect(returned.strays.map(({ copyOf }) => copyOf)).toEqual(['q3', 'q3']);
    expect(returned.rows.map(({ rowId }) => rowId)).not.toContain('q3');
    expect(returned.notReturned).toEqual([]);
    expect(returned.issues.map(({ code }) => code)).toContain('collection_row_copied');
  });

  it('are those of the edition that the file asks', async () => {
    const half = await blankOf({ ...issuedLayout, order: [...questions.keys()].slice(0, 20) });
    const newer = editionFrom(half.bytes, 2);
    const order = orderFor([edition, newer], agencies);
    expect(returnedOf(filled(half, 1), '回覆.xlsx', order).recognised).toMatchObject({
      edition: 2,
      editionBy: 'layout',
    });
    expect(returnedOf(filled(made[0]!, 1), '回覆.xlsx', order).recognised.edition).toBe(1);
  });

  it('are none in a file that asks something else, which is refused with the reason', async () => {
    const elsewhere = await blankOf({ ...issuedLayout, order: [0, 1, 2] });
    const other = { ...edition, asked: [], rows: [] };
    expect(readReturned(filled(elsewhere, 0), '別的表.xlsx', orderFor([other], agencies))).toMatchObject({
      ok: false,
      issue: { code: 'collection_no_questions', params: { name: '別的表.xlsx' } },
    });
  });
});

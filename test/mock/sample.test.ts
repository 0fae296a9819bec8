import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as model from '../../sync/model/index.ts';
import { sample } from './sample/index.ts';

const { attachments, ...rows } = sample();
const schemas = {
  agencies: model.agency,
  units: model.unit,
  users: model.user,
  plans: model.plan,
  planItems: model.planItem,
  assignments: model.assignment,
  rounds: model.round,
  reports: model.report,
  evidence: model.evidence,
  events: model.event,
} as const satisfies Readonly<Record<keyof typeof rows, z.ZodType>>;

describe.each(Object.entries(schemas))('sample %s', (name, schema) => {
  const list: readonly { readonly id: string | number }[] = rows[name as keyof typeof rows];

  test('follow the schema', () => {
    expect(list.length).toBeGreaterThan(2);
    expect(z.array(schema).safeParse(list).error?.issues).toBeUndefined();
  });

  test('have ids that are unique and in order', () => {
    const ids = list.map(row => row.id);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => (a < b ? -1 : 1)));
  });
});

test('the sample names only rows that it has', () => {
  const known = new Set(Object.values(rows).flatMap(list => list.map(row => row.id)));
  for (const list of [...Object.values(rows), attachments])
    for (const row of list)
      for (const [field, value] of Object.entries(row))
        if (field.endsWith('Id') && value !== null) expect(known, `${field} of ${row.id}`).toContain(value);
});

test('the sample is the same every time, and as large as asked for', () => {
  expect(sample()).toEqual({ ...rows, attachments });
  expect(sample({ agencies: 2, unitsPerAgency: 3, stepsPerPlan: 4, roundsPerPlan: 5 }).reports).toHaveLength(120);
});

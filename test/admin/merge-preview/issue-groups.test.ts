import { expect, test } from 'vitest';
import { byKind } from '../../../admin/merge-preview/issue-groups.ts';
import type { Issue } from '../../../sync/model/index.ts';

const issue = (code: string, severity: Issue['severity'], row: number): Issue => ({ code, severity, message: '', row });

test('issues of one kind stay together, the gravest kind first', () => {
  const told = byKind([
    issue('form_formula', 'warning', 4),
    issue('cell_text_missing', 'error', 5),
    issue('form_heading_edited', 'info', 1),
    issue('form_formula', 'warning', 2),
  ]);
  expect(told.map(some => some.map(({ code, row }) => `${code} ${row}`))).toEqual([
    ['cell_text_missing 5'],
    ['form_formula 4', 'form_formula 2'],
    ['form_heading_edited 1'],
  ]);
});

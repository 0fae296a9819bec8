import { describe, expect, test } from 'vitest';
import { copyOf, inTheWay } from '../../../admin/reports/writing/copy-last.ts';
import { answersOf, formOf } from '../../../admin/reports/writing/form.ts';
import { reportOf } from './report.ts';

const last = reportOf({
  narrative: '上次辦理二場',
  figures: [{ name: '說明會', value: 2, unit: '場' }],
  result: 'done',
  actualProgress: 60,
});
const formWith = (over: Parameters<typeof reportOf>[0]) => formOf(answersOf(reportOf(over)));

test('narrative, figures and remarks are carried over; result and progress are not', () => {
  expect(copyOf(formWith({}), last, 'blanksOnly')).toEqual({
    narrative: '上次辦理二場',
    figures: [{ name: '說明會', value: '2', unit: '場' }],
  });
});

describe('when something is written already', () => {
  const form = formWith({ narrative: '本次已寫', remarks: '備註' });

  test('it is named, unless the last report has nothing for it', () => {
    expect(inTheWay(form, last)).toEqual(['narrative']);
  });

  test('only blank fields are filled, or all are replaced, and what the last one left blank stays', () => {
    expect(Object.keys(copyOf(form, last, 'blanksOnly'))).toEqual(['figures']);
    expect(Object.keys(copyOf(form, last, 'replace'))).toEqual(['narrative', 'figures']);
  });
});

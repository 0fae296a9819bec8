import { describe, expect, test } from 'vitest';
import { parseResult, results, resultWords } from '../../../sync/model/index.ts';

describe('a result word', () => {
  test.each(results)('%s is read from the word of the drop-down', result => {
    expect(parseResult(resultWords[result])).toBe(result);
  });

  test.each([
    ['完成', 'done'],
    [' 已 完 成。', 'done'],
    ['已辦理完成', 'done'],
    ['✔', 'done'],
    ['✔️', 'done'],
    ['☑已完成', 'done'],
    ['Ｖ', 'done'],
    ['執行中', 'ongoing'],
    ['持續辦理中', 'ongoing'],
    ['In progress', 'ongoing'],
    ['尚未辦理', 'notDone'],
    ['Ｎ／Ａ', 'notApplicable'],
    ['無需辦理', 'notApplicable'],
    ['■已完成 □辦理中 □未辦理 □不適用', 'done'],
    ['□已完成\n☑辦理中\n□未辦理', 'ongoing'],
  ] as const)('%s means %s', (word, result) => {
    expect(parseResult(word)).toBe(result);
  });

  test.each(['', '  ', '　', '\n'])('%j is blank', word => {
    expect(parseResult(word)).toBeNull();
  });

  test.each([
    '未完成',
    '無',
    '×',
    '○',
    '-',
    'OK?',
    '□已完成 □辦理中',
    '■已完成 ■辦理中',
    '已完成80%',
    '完成與否',
  ])('%s is for a person to decide', word => {
    expect(parseResult(word)).toBeUndefined();
  });
});

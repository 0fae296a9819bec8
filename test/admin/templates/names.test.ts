import { describe, expect, it } from 'vitest';
import { type Named, tellingApart } from '../../../admin/templates/names.ts';

const template = (id: string, name: string, createdAt: string, fileName = `${name}.xlsx`): Named => ({
  id,
  name,
  createdAt,
  fileName,
});

describe('templates that are called alike', () => {
  it('are told apart by the day they were added; the others need nothing', () => {
    const said = tellingApart([
      template('a', '自評表', '2024-05-01T02:00:00.000Z'),
      template('b', '自評表 ', '2025-05-03T02:00:00.000Z'),
      template('c', '查核表', '2025-05-03T02:00:00.000Z'),
    ]);
    expect([...said]).toEqual([
      ['a', '113.05.01'],
      ['b', '114.05.03'],
    ]);
  });

  it('are told apart by the time of one day, and in one minute by their files', () => {
    const said = tellingApart([
      template('a', '自評表', '2025-05-03T02:00:00.000Z'),
      template('b', '自評表', '2025-05-03T03:30:00.000Z'),
      template('c', '查核表', '2025-05-03T02:00:01.000Z', '府.xlsx'),
      template('d', '查核表', '2025-05-03T02:00:40.000Z', '局.xlsx'),
    ]);
    expect([...said.values()]).toEqual([
      '114.05.03 10:00',
      '114.05.03 11:30',
      '114.05.03 10:00 府.xlsx',
      '114.05.03 10:00 局.xlsx',
    ]);
  });
});

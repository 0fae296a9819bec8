import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noSections, type PlanSections } from '../../../../sync/model/index.ts';
import { diffSections } from '../../../../sync/outline/diff/index.ts';
import { planDocuments } from '../write/plans.ts';

const review = (text: string): PlanSections['reviews'][number] => ({
  kind: 'routine',
  text,
  months: [],
  nextYear: false,
  submitTo: [],
  forms: [],
});

const told = (before: Partial<PlanSections>, after: Partial<PlanSections>) =>
  diffSections({ ...noSections, ...before }, { ...noSections, ...after }).map(({ section, kind }) => [section, kind]);

describe('what stands around two plans', () => {
  it('is told entry by entry: reworded, come and gone', () => {
    expect(
      told(
        { goals: ['提供便捷的申辦服務。', '公開機關資訊。'], reviews: [review('平時查核：每季檢討一次。')] },
        {
          goals: ['提供便捷且友善的申辦服務。', '培養服務志工。', '公開機關資訊。'],
          reviews: [review('平時查核：每月檢討一次。'), review('績優人員予以敘獎。')],
        },
      ),
    ).toEqual([
      ['goals', 'reworded'],
      ['goals', 'added'],
      ['goals', 'same'],
      ['reviews', 'reworded'],
      ['reviews', 'added'],
    ]);
  });

  it('is one text where a section has but one, however it was reworded', () => {
    expect(told({ closing: '本計畫奉核後實施。', scope: '全體同仁' }, { closing: '未盡事宜另訂之。' })).toEqual([
      ['scope', 'removed'],
      ['closing', 'reworded'],
    ]);
  });

  it('names the member whose duty changed', () => {
    const member = { title: '組長', member: '區長', duty: '綜理推動事宜', remarks: '' };
    const [row] = diffSections(
      { ...noSections, taskForce: [member] },
      { ...noSections, taskForce: [{ ...member, duty: '綜理推動與考核事宜' }] },
    );
    expect(row).toMatchObject({ kind: 'reworded', before: '組長｜區長｜綜理推動事宜' });
    expect(row!.words.filter(word => word.in === 'after').map(({ text }) => text)).toEqual(['與考核']);
  });

  it('holds every entry of both once and in order, and nothing differs from itself', () => {
    fc.assert(
      fc.property(planDocuments, planDocuments, (before, after) => {
        const rows = diffSections(before, after).filter(({ section }) => section === 'goals');
        expect(rows.flatMap(row => row.before ?? [])).toEqual(before.goals);
        expect(rows.flatMap(row => row.after ?? [])).toEqual(after.goals);
        expect(diffSections(before, before).every(({ kind }) => kind === 'same')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('does not care how signs and blanks are written', () => {
    expect(told({ goals: ['公開（資訊）'] }, { goals: ['公開 (資訊)'] })).toEqual([['goals', 'same']]);
  });
});

import { describe, expect, it } from 'vitest';
import { similarity } from '../../../../sync/form/profile/index.ts';
import type { FormProfile } from '../../../../sync/model/index.ts';
import { profileOf } from './books.ts';

const steps = ['訂定年度計畫', '辦理教育訓練', '公布辦理成果', '檢討服務流程', '更新網站資料'];
const form = (title: string, header: readonly string[], texts: readonly string[]): Promise<FormProfile> =>
  profileOf({ rows: [[title], header, ...texts.map((text, i) => [`${i + 1}.${text}`, null, null, null])] });
const usual = ['執行步驟', '檢核結果', '辦理情形', '佐證資料'];

describe('two forms', () => {
  it('are the same when one is the other', async () => {
    const one = await form('甲', usual, steps);
    expect(similarity(one, one)).toBe(1);
  });

  it('are of one kind in another year, and of two kinds with other columns', async () => {
    const old = await form('113年', usual, steps);
    const next = await form('114年', usual, [...steps.slice(0, 4), '推動行動支付']);
    const other = await form('甲', ['具體作法', '主辦單位', '自評', '配分'], steps);
    const foreign = await form('乙', ['檢查項目', '是否合格', '改善措施', '備註'], ['滅火器', '警鈴']);
    expect(similarity(old, next)).toBeGreaterThan(0.8);
    expect(similarity(old, other)).toBeLessThan(0.7);
    expect(similarity(old, foreign)).toBeLessThan(0.3);
    expect(similarity(old, next)).toBe(similarity(next, old));
  });

  it('are unlike when one is no form', async () => {
    const one = await form('甲', usual, steps);
    const none = await profileOf({ rows: [] });
    expect(similarity(one, none)).toBe(0);
  });
});

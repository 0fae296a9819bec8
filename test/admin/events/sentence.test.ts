import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../../../admin/events/sentence.ts';
import { areas } from '../../../admin/words/catalogue.ts';
import { i18nOf } from '../../../admin/words/i18n.ts';

const { translate } = i18nOf(areas);
const event = (action: string, resource: string, after: unknown = null, before: unknown = null) => ({
  action,
  resource,
  before,
  after,
});

describe('an event as a sentence', () => {
  test('names what was created', () => {
    expect(sentenceOf(event('units.create', 'units', { name: '民政課' }), translate)).toBe('新增課室「民政課」');
  });

  test('names what was deleted by what it was called before', () => {
    expect(sentenceOf(event('agencies.delete', 'agencies', null, { name: '舊公所' }), translate)).toBe(
      '刪除機關「舊公所」',
    );
  });

  test('does without a name where the event has none', () => {
    expect(sentenceOf(event('users.update', 'users', { role: 'chief' }), translate)).toBe('修改使用者');
  });

  test('has words of its own for what is no plain edit', () => {
    expect(sentenceOf(event('session.logIn', 'users'), translate)).toBe('登入系統');
    expect(sentenceOf(event('users.resetLink', 'users'), translate)).toBe('產生重設密碼的一次性連結');
  });

  test('shows an action nobody has words for as it stands, rather than nothing', () => {
    expect(sentenceOf(event('units.fly', 'units', { name: '民政課' }), translate)).toBe('units.fly 課室「民政課」');
  });

  test('goes on in small letters where the language has them, and says “the” of what has no name', async () => {
    const english = i18nOf(areas);
    await english.changeLocale('en');
    const inEnglish = (...told: Parameters<typeof event>) => sentenceOf(event(...told), english.translate);
    expect(inEnglish('plans.approve', 'plans', { state: 'approved' })).toBe('Approved the plan');
    expect(inEnglish('rounds.create', 'rounds', { title: '6月查核' })).toBe('Created round “6月查核”');
  });

  test('cuts a name that is a whole paragraph', () => {
    const text = '訂定服務禮儀推動計畫，加強第一線同仁之服務態度與電話禮貌';
    expect(sentenceOf(event('planItems.create', 'planItems', { text }), translate)).toBe(
      `新增計畫項目「${text.slice(0, 24)}…」`,
    );
  });
});

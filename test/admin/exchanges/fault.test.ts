import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../admin/exchanges/fault.ts';
import { say } from '../../../sync/model/index.ts';

const file = (
  code: 'workbook_encrypted' | 'form_unknown' | 'form_without_id' | null,
  formId: string | null = null,
) => ({
  formId,
  problem: code && { code, severity: 'error' as const, message: say(code, 'zh-TW', { name: 'a.xlsx' }) },
});

describe('a file that is compared with no form', () => {
  it.each([
    ['that nobody can read', file('workbook_encrypted'), 'unreadable'],
    ['of another agency', file('form_unknown'), 'foreign'],
    ['that is like no form', file('form_without_id'), 'foreign'],
    ['of which a person has yet to say which it is', file(null), 'unknown'],
  ])('%s is told apart', (_, given, expected) => {
    expect(faultOf(given)).toBe(expected);
  });

  it('has no fault once it has a form', () => {
    expect(faultOf(file(null, 'form'))).toBeNull();
  });
});

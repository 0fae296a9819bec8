import { describe, expect, it } from 'vitest';
import { decisionText } from '../../../admin/templates/corrections/decision-words.ts';

const told = (value: string, turned: boolean) =>
  decisionText({ what: 'headerRows', value, confidence: 1, cells: [] }, (key, params) => `${key} ${params?.value}`, {
    turned,
  });

describe('where the titles stand', () => {
  it('is a range only when there are several', () => {
    expect(told('3–3', false)).toBe('templates.decided.headerRows 3');
    expect(told('3–4', false)).toBe('templates.decided.headerRows 3–4');
    expect(told('1–1', true)).toBe('templates.across.headerRows A');
    expect(told('1–2', true)).toBe('templates.across.headerRows A–B');
    expect(told('1–11', true)).toBe('templates.across.headerRows A–K');
  });
});

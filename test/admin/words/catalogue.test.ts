import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../admin/words/catalogue.ts';
import type { Words } from '../../../admin/words/words.ts';

/** Every text with its path: `shell.error.title` → 這個畫面發生錯誤. */
const leaves = (tree: Words, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[at, value] as const] : leaves(value, at);
  });

const zh = new Map(leaves(catalogue('zh-TW')));
const en = new Map(leaves(catalogue('en')));

/** What is written in Latin letters in Chinese too: formats, keys, addresses, products. */
const latinInChinese =
  /^(CSV|Excel|Word|LibreOffice|PDF|ODF|ODS|JPEG|PNG|HEIC|SHA|docx|odt|pdf|txt|xlsx|xls|ods|csv|https?|Google|Cloud|Sheets|Drive|OAuth|JSON|API|URI|Enter|Esc|Ctrl|Shift|Tab|Alt|Delete|Backspace|Home|End)$/;

/** The plan's own word for every section, which English texts explain by naming it. */
const printedTerm = '各課室';

const withoutPlaceholders = (text: string): string => text.replace(/%\{\w+\}/g, '');
const placeholders = (text: string): readonly string[] => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort();
const latinWords = (text: string): readonly string[] => withoutPlaceholders(text).match(/[A-Za-z]{3,}/g) ?? [];

describe('the catalogue', () => {
  test('has the same keys in both languages', () => {
    expect([...zh.keys()].filter(key => !en.has(key))).toEqual([]);
    expect([...en.keys()].filter(key => !zh.has(key))).toEqual([]);
  });

  test('says nothing in English to a Chinese reader', () => {
    const foreign = [...zh].filter(([, text]) => latinWords(text).some(word => !latinInChinese.test(word)));
    expect(foreign).toEqual([]);
  });

  test('says nothing in Chinese to an English reader but the terms it explains', () => {
    const examples = new Set(['fields.dateHelp']);
    const chinese = [...en].filter(
      ([key, text]) => /\p{Script=Han}/u.test(text.replaceAll(printedTerm, '')) && !examples.has(key),
    );
    expect(chinese).toEqual([]);
  });

  test('leaves no text empty', () => {
    const blank = [...zh, ...en].filter(([key, text]) => text.trim() === '' && key !== 'ra.boolean.null');
    expect(blank).toEqual([]);
  });

  test('fills the same placeholders in both languages', () => {
    // Chinese has no plural, so it needs no count where English has two forms; react-admin lends some it does not need.
    const own = [...zh].filter(([key]) => !key.startsWith('ra.'));
    const different = own.filter(([key, text]) => `${placeholders(text)}` !== `${placeholders(en.get(key) ?? '')}`);
    expect(different).toEqual([]);
  });

  test('writes full-width punctuation between Chinese characters', () => {
    const halfWidth = [...zh].filter(([, text]) => /\p{Script=Han}[,;:?!()]|[,;?!()]\p{Script=Han}/u.test(text));
    expect(halfWidth).toEqual([]);
  });
});

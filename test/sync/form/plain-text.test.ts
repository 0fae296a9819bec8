import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnedited, sameText, tidy } from '../../../sync/form/index.ts';
import { nastyText } from './forms.ts';

describe('a text that came back', () => {
  it.each([
    ['a tab that LibreOffice dropped', '一樓\t二樓', '一樓二樓'],
    ['a blank in the place of a tab', '一樓\t二樓', '一樓 二樓'],
    ['several blanks in the place of a tab', '一樓\t二樓', '一樓    二樓'],
    ['one blank of many', '一樓    二樓', '一樓 二樓'],
    ['a tab in front that was dropped', '\t一樓\n\t二樓', '一樓\n二樓'],
    ['blanks in front that were dropped', '  一樓', '一樓'],
    ['a line end in front that was dropped', '\n一樓', '一樓'],
    ['line ends of Windows', '一樓\n二樓', '一樓\r\n二樓'],
    ['line ends of old machines', '一樓\n二樓', '一樓\r二樓'],
    ['blanks and line ends behind', '一樓\n二樓', '一樓 \n二樓　\t\n\n'],
    ['the same', '一樓', '一樓'],
  ])('is unedited with %s', (_, sent, back) => {
    expect([isUnedited(sent, back), isUnedited(back, sent)]).toEqual([true, true]);
  });

  it.each([
    ['a blank that somebody took out', '一樓 二樓', '一樓二樓'],
    ['a line end that somebody took out', '一樓\n二樓', '一樓二樓'],
    ['an empty line more between two', '一樓\n二樓', '一樓\n\n二樓'],
    ['a paragraph indented with a full-width blank', '一樓', '　一樓'],
    ['another letter', '一樓', '二樓'],
    ['nothing left', '一樓', ''],
  ])('is edited with %s', (_, sent, back) => {
    expect([isUnedited(sent, back), isUnedited(back, sent)]).toEqual([false, false]);
  });

  it('keeps every blank that is stored', () => {
    expect(tidy('\t一樓\t 二樓  三樓')).toBe('\t一樓\t 二樓  三樓');
    expect(sameText('一樓\t二樓', '一樓二樓')).toBe(false);
  });

  it('is unedited when it is the same but for what trails, whatever it says', () => {
    fc.assert(fc.property(nastyText, text => isUnedited(text, tidy(text)) && isUnedited(tidy(text), text)));
  });
});

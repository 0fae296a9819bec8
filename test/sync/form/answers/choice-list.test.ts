import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markChoice, parseChoiceList } from '../../../../sync/form/answers/index.ts';

const marked = (text: string) =>
  parseChoiceList(text)
    ?.choices.filter(choice => choice.marked)
    .map(({ words }) => words);
const words = (text: string) => parseChoiceList(text)?.choices.map(choice => choice.words);

describe('choices in one cell', () => {
  it.each([
    ['□已完成\n■辦理中\n□未辦理', '辦理中'],
    ['☐已完成 ☑辦理中', '辦理中'],
    ['☐已完成 ☒辦理中', '辦理中'],
    ['○已完成　●辦理中', '辦理中'],
    ['□已完成 ○辦理中 □未辦理', '辦理中'],
    ['□已完成 ✔辦理中', '辦理中'],
    ['□已完成 ▓辦理中', '辦理中'],
    ['□已完成 □V辦理中', '辦理中'],
    ['□已完成 ✓□辦理中', '辦理中'],
    ['□已完成 V辦理中', '辦理中'],
    ['（　）已完成（Ｖ）辦理中', '辦理中'],
    ['[ ] 已完成 [x] 辦理中', '辦理中'],
    ['已完成□、辦理中■', '辦理中'],
    ['¨已完成 þ辦理中', '辦理中'],
    ['檢核結果：□已完成 ☑️辦理中', '辦理中'],
    ['☒已完成 ☑辦理中 ☒未辦理', '辦理中'],
  ])('%s is %s', (text, choice) => {
    expect(marked(text)).toEqual([choice]);
  });

  it('keeps several marks apart from none', () => {
    expect(marked('■已完成 ■辦理中 □未辦理')).toEqual(['已完成', '辦理中']);
    expect(marked('□已完成 □辦理中')).toEqual([]);
    expect(marked('○是 ○否')).toEqual([]);
    expect(marked('◎是 ◎否')).toEqual([]);
  });

  it('takes circles in names and numbers in brackets for no marks', () => {
    expect(parseChoiceList('○○課')).toBeNull();
    expect(parseChoiceList('(一)是')).toBeNull();
    expect(parseChoiceList('已完成')).toBeNull();
  });

  it('changes the mark alone, in the family of marks that stands there', () => {
    const change = (text: string, index: number | null) => markChoice(parseChoiceList(text)!, index);
    expect(change('□已完成\n□辦理中', 1)).toBe('□已完成\n■辦理中');
    expect(change('☐已完成；☐辦理中', 0)).toBe('☑已完成；☐辦理中');
    expect(change('○已完成 ●辦理中', 0)).toBe('●已完成 ○辦理中');
    expect(change('（　）已完成（　）辦理中', 1)).toBe('（　）已完成（V）辦理中');
    expect(change('(   )是 (   )否', 0)).toBe('( V )是 (   )否');
    expect(change('□V已完成 □辦理中', 1)).toBe('□已完成 ■辦理中');
    expect(change('☐已完成 ☒辦理中', 1)).toBe('☐已完成 ☒辦理中');
    expect(change('□已完成 ■辦理中', null)).toBe('□已完成 □辦理中');
    expect(markChoice(parseChoiceList('□是 □否')!, 0, { filled: () => '✓' })).toBe('✓是 □否');
    expect(markChoice(parseChoiceList('( )是 ( )否')!, 0, { sign: '○' })).toBe('(○)是 ( )否');
  });

  it('marks any choice of any list and nothing else, and takes it back', () => {
    const open = fc.constantFrom('□', '☐', '○', '◯', '◇', '（　）', '( )', '[ ]', '¨');
    const separator = fc.constantFrom('\n', ' ', '　', '、', '；', '\n\n', ' / ');
    const names = fc.uniqueArray(fc.constantFrom('已完成', '辦理中', '未辦理', '不適用', '是', '否', '其他：＿＿'), {
      minLength: 2,
      maxLength: 5,
    });
    const list = fc
      .tuple(open, separator, names, fc.boolean())
      .map(([mark, between, choices, behind]) =>
        choices.map(choice => (behind ? `${choice}${mark}` : `${mark}${choice}`)).join(between),
      );
    fc.assert(
      fc.property(list, fc.nat(), (text, n) => {
        const parsed = parseChoiceList(text)!;
        const index = n % parsed.choices.length;
        const chosen = markChoice(parsed, index);
        expect(words(chosen)).toEqual(parsed.choices.map(choice => choice.words));
        expect(marked(chosen)).toEqual([parsed.choices[index]!.words]);
        expect(markChoice(parseChoiceList(chosen)!, index)).toBe(chosen);
        expect(markChoice(parseChoiceList(chosen)!, null)).toBe(text);
      }),
    );
  });
});

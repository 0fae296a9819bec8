import { parseBareMark } from '../../model/index.ts';
import type { GridRow } from '../../outline/grid.ts';
import type { Sheet } from '../../sheet/index.ts';
import { choicesIn, isChoiceWord, plainChoicesIn } from './choices.ts';
import type { HeadedColumn } from './headed-columns.ts';

/** What the cells below a title show of the column, whoever filled them in. */
export interface Content {
  /** Choices that a drop-down, boxes inside the cells or the title offer, in the form's order; empty when there are none. */
  readonly choices: readonly string[];
  readonly style: 'list' | 'marks' | null;
  /** Cells with text, of those looked at. */
  readonly filled: number;
  /** Cells that hold nothing but one word of a choice. */
  readonly words: number;
  /** Cells that hold nothing but a number. */
  readonly numbers: number;
  /** Cells that hold nothing but a mark that counts: 1, (一), 1.1. */
  readonly marks: number;
  /** Cells that hold more than a few words. */
  readonly long: number;
}

/** Enough to know a column by; longer tables repeat themselves. */
const mostLookedAt = 300;
const longText = 24;

export function contentOf(sheet: Sheet, rows: readonly GridRow[], column: HeadedColumn): Content {
  const texts: string[] = [];
  for (const { cells } of rows) {
    for (const cell of cells) {
      if (cell.left >= column.left && cell.left <= column.right && cell.right <= column.right) texts.push(cell.text);
    }
    if (texts.length >= mostLookedAt) break;
  }
  const offered = dropDown(sheet, rows, column) ?? printed(texts) ?? printedPlainly(texts);
  return {
    choices: offered?.choices ?? [],
    style: offered?.style ?? null,
    filled: texts.length,
    words: texts.filter(isChoiceWord).length,
    numbers: texts.filter(text => /^[-+]?\d+(?:\.\d+)?%?$/.test(text)).length,
    marks: texts.filter(text => parseBareMark(text) !== null).length,
    long: texts.filter(text => text.length > longText && choicesIn(text).length === 0).length,
  };
}

type Offered = Pick<Content, 'choices' | 'style'>;

const mostChoices = 12;

function dropDown(sheet: Sheet, rows: readonly GridRow[], { left }: HeadedColumn): Offered | null {
  const [first, last] = [rows.at(0)?.row ?? 0, rows.at(-1)?.row ?? 0];
  const list = sheet.validations.find(
    ({ type, choices, ranges }) =>
      type === 'list' &&
      choices !== null &&
      ranges.some(range => range.left <= left && range.right >= left && range.top <= last && range.bottom >= first),
  );
  const choices = [...new Set((list?.choices ?? []).map(choice => choice.trim()))].filter(choice => choice !== '');
  return choices.length >= 2 && choices.length <= mostChoices ? { choices, style: 'list' } : null;
}

/** The list that most cells print; somebody may have crossed out part of it in some. */
function printed(texts: readonly string[]): Offered | null {
  const lists = new Map<string, { readonly choices: readonly string[]; count: number }>();
  for (const text of texts) {
    const choices = choicesIn(text).map(({ word }) => word);
    if (choices.length === 0) continue;
    const key = choices.join('\n');
    const list = lists.get(key) ?? { choices, count: 0 };
    list.count++;
    lists.set(key, list);
  }
  const [most] = [...lists.values()].sort((a, b) => b.count - a.count || b.choices.length - a.choices.length);
  const all = [...lists.values()].reduce((sum, { count }) => sum + count, 0);
  return most && all * 2 >= texts.length && (most.choices.length > 1 || all > 1)
    ? { choices: most.choices, style: 'marks' }
    : null;
}

/** Choices that most cells print without any boxes, to be circled or typed over: 是／否, ○／×. */
function printedPlainly(texts: readonly string[]): Offered | null {
  const [most] = [...Map.groupBy(texts, text => text).entries()].sort((a, b) => b[1].length - a[1].length);
  if (!most || most[1].length < 2 || most[1].length * 2 < texts.length) return null;
  const choices = plainChoicesIn(most[0]);
  return choices.length > 0 ? { choices, style: null } : null;
}

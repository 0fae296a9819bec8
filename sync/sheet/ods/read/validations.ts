import { parseAddress, type Range } from '../../address.ts';
import type { Validation } from '../../workbook.ts';
import type { Tag } from '../../xml.ts';
import { table } from '../namespaces.ts';
import { excelFormula, excelReference } from '../open-formula.ts';
import { type Context, leaf } from './walk.ts';

/** A rule for cells, which name it; kept apart from the places where it holds. */
export interface Rule extends Omit<Validation, 'ranges' | 'base'> {
  /** The cell that relative addresses in its formulas are seen from. */
  readonly base: Range | null;
  strict: boolean;
}

const strings = /"((?:[^"]|"")*)"/g;
const onlyStrings = /^\s*"(?:[^"]|"")*"(?:\s*;\s*"(?:[^"]|"")*")*\s*$/;
const argument = (name: string): RegExp => new RegExp(`${name}\\s*\\((.*)\\)\\s*$`, 's');

const types: readonly (readonly [RegExp, string])[] = [
  [/cell-content-is-whole-number\(\)/, 'whole'],
  [/cell-content-is-decimal-number\(\)/, 'decimal'],
  [/cell-content-is-date\(\)/, 'date'],
  [/cell-content-is-time\(\)/, 'time'],
  [/cell-content-text-length/, 'textLength'],
];

const operators: Readonly<Record<string, string>> = {
  '<': 'lessThan',
  '<=': 'lessThanOrEqual',
  '>': 'greaterThan',
  '>=': 'greaterThanOrEqual',
  '=': 'equal',
  '!=': 'notEqual',
};

interface Condition {
  readonly type: string;
  readonly operator: string;
  readonly formula1: string;
  readonly formula2: string;
  readonly choices: readonly string[] | null;
}

const plain: Condition = { type: 'none', operator: 'between', formula1: '', formula2: '', choices: null };

/** Reads a condition (OpenDocument 1.3 part 3, 19.622), such as `of:cell-content-is-in-list("是";"否")`. */
export function readCondition(condition: string): Condition {
  const list = argument('cell-content-is-in-list').exec(condition);
  if (list) return listOf(list[1]!);
  const custom = argument('is-true-formula').exec(condition);
  if (custom) return { ...plain, type: 'custom', formula1: excelFormula(custom[1]!) };
  const type = types.find(([pattern]) => pattern.test(condition))?.[1];
  if (!type) return plain;
  const between = /(?:is|length-is)-(not-between|between)\s*\((.*)\)\s*$/s.exec(condition);
  if (between) {
    const [formula1 = '', formula2 = ''] = excelFormula(between[2]!).split(',');
    return { ...plain, type, operator: between[1] === 'between' ? 'between' : 'notBetween', formula1, formula2 };
  }
  const compared = /(?:cell-content|text-length)\(\)\s*(<=|>=|!=|<|>|=)\s*(.*)$/s.exec(condition);
  if (!compared) return { ...plain, type, operator: 'notEqual', formula1: '""' };
  return { ...plain, type, operator: operators[compared[1]!]!, formula1: excelFormula(compared[2]!) };
}

function listOf(inside: string): Condition {
  if (!onlyStrings.test(inside)) return { ...plain, type: 'list', formula1: excelFormula(inside.trim()) };
  const choices = [...inside.matchAll(strings)].map(match => match[1]!.replaceAll('""', '"').trim());
  return { ...plain, type: 'list', formula1: `"${choices.join(',').replaceAll('"', '""')}"`, choices };
}

/** Gathers `table:content-validations`. */
export class Rules implements Context {
  readonly byName = new Map<string, Rule>();

  readonly child = (tag: Tag): Context | null => {
    if (!table.has(tag.uri) || tag.local !== 'content-validation') return null;
    const base = parseAddress(excelReference(tag.attributeOf(table, 'base-cell-address') ?? '').replace(/^.*!/s, ''));
    const rule: Rule = {
      ...readCondition(tag.attributeOf(table, 'condition') ?? ''),
      allowBlank: tag.attributeOf(table, 'allow-empty-cell') !== 'false',
      base: base && { top: base.row, left: base.column, bottom: base.row, right: base.column },
      strict: true,
    };
    this.byName.set(tag.attributeOf(table, 'name') ?? '', rule);
    return {
      child: message => {
        if (message.local !== 'error-message' || !table.has(message.uri)) return null;
        const type = message.attributeOf(table, 'message-type') ?? 'stop';
        rule.strict = type === 'stop' && message.attributeOf(table, 'display') !== 'false';
        return leaf;
      },
    };
  };
}

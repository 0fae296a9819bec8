import { type ChoiceStyle, type FormField, parseBareMark } from '../../model/index.ts';
import type { GridRow } from '../../outline/grid.ts';
import type { Sheet } from '../../sheet/index.ts';
import { type Content, contentOf } from './content.ts';
import type { HeadedColumn, Header } from './header.ts';
import { plainTitle, type TitleField } from './titles.ts';

/** A column, or several merged or grouped under one title. */
export interface Place {
  readonly left: number;
  readonly right: number;
  readonly title: string;
  /** 0–1, how sure the field is. */
  readonly confidence: number;
}

/** What every column of one table is for. */
export interface Layout {
  readonly fields: ReadonlyMap<FormField, Place>;
  /** Choice as printed → its column. */
  readonly ticks: ReadonlyMap<string, Place>;
  /** Columns to tick the months in which something is due. */
  readonly months: readonly { readonly month: number; readonly place: Place }[];
  /** Full marks (配分). */
  readonly weight: Place | null;
  readonly others: readonly Place[];
  readonly choiceStyle: ChoiceStyle | null;
  readonly choices: readonly string[];
  readonly left: number;
  readonly right: number;
}

interface Candidate extends Place {
  readonly said: TitleField | null;
  readonly over: TitleField | null;
  readonly group: HeadedColumn['group'];
  readonly choice: string | null;
  readonly month: number | null;
  readonly content: Content;
  readonly hidden: boolean;
}

/** What a person says of columns; null: no column holds the field. */
export interface LayoutWishes {
  readonly fields: ReadonlyMap<FormField, number | null>;
  readonly ticks: ReadonlyMap<string, number> | undefined;
}

export function layoutOf(sheet: Sheet, { columns }: Header, rows: readonly GridRow[], wishes: LayoutWishes): Layout {
  const wished = [...wishes.fields.values(), ...(wishes.ticks?.values() ?? [])].flatMap(column => column ?? []);
  const candidates = withWished(withUntitled(columns, rows, sheet.isColumnHidden), wished).map(column =>
    candidateOf(sheet, rows, column),
  );
  return new Settling(candidates, wishes).layout();
}

const untitled = { titles: [], said: null, group: null, choice: null, month: null } as const;

/** A person may choose a column that no title stands over. */
function withWished(columns: readonly HeadedColumn[], wished: readonly number[]): readonly HeadedColumn[] {
  const missing = wished.filter(column => !columns.some(({ left, right }) => column >= left && column <= right));
  const added = [...new Set(missing)].map(column => ({ ...untitled, left: column, right: column }));
  return [...columns, ...added].sort((a, b) => a.left - b.left);
}

function candidateOf(sheet: Sheet, rows: readonly GridRow[], column: HeadedColumn): Candidate {
  const { left, right, said, group, choice, month } = column;
  const content = contentOf(sheet, rows, column);
  return {
    left,
    right,
    title: titleText(column),
    confidence: said?.confidence ?? (group?.said ? 0.6 : 0.5),
    said: said?.field ?? null,
    over: group?.said?.field ?? null,
    group,
    choice,
    month,
    content,
    hidden: sheet.isColumnHidden(left),
  };
}

const titleText = ({ titles }: HeadedColumn): string => titles.at(-1)?.text.replace(/\s+/g, '') ?? '';

/** Columns without any title: marks belong to the text on their right, texts go on with the titled column on their left. */
function withUntitled(
  columns: readonly HeadedColumn[],
  rows: readonly GridRow[],
  isHidden: (column: number) => boolean,
): readonly HeadedColumn[] {
  const titled = new Set(
    columns.flatMap(({ left, right }) => Array.from({ length: right - left + 1 }, (_, i) => left + i)),
  );
  const [first, last] = [columns[0]?.left ?? 1, columns.at(-1)?.right ?? 0];
  const texts = new Map<number, string[]>();
  for (const { cells } of rows.slice(0, 300)) {
    for (const { left, text } of cells) {
      if (left < first - 1 || left > last || titled.has(left)) continue;
      texts.set(left, [...(texts.get(left) ?? []), text]);
    }
  }
  const result = [...columns];
  for (const [column, list] of texts) {
    const marks = list.filter(text => parseBareMark(text) !== null).length;
    if (list.length < 2 || marks * 2 < list.length) {
      const at = result.findIndex(({ right, said }) => right === column - 1 && isText(said?.field ?? null));
      if (at >= 0 && column > first && !isHidden(column)) result[at] = { ...result[at]!, right: column };
      continue;
    }
    const said = { field: 'number', confidence: 0.6 } as const;
    result.push({ ...untitled, left: column, right: column, said });
  }
  return result.sort((a, b) => a.left - b.left);
}

const isText = (field: TitleField | null): boolean => field === 'item' || field === 'keyPoint' || field === 'step';

const scores = ['selfScore', 'firstScore', 'secondScore'] as const;
const isScore = (field: TitleField | null): field is (typeof scores)[number] =>
  (scores as readonly (TitleField | null)[]).includes(field);

/** Gives every column its field. Titles that can mean two things are settled by what else the form has and by the cells below. */
class Settling {
  readonly #columns: readonly Candidate[];
  readonly #wishes: LayoutWishes;
  readonly #taken = new Map<FormField, Place>();
  readonly #used = new Set<Candidate>();
  #ticks: readonly Candidate[] = [];
  #months: readonly Candidate[] = [];
  #weight: Candidate | null = null;

  constructor(columns: readonly Candidate[], wishes: LayoutWishes) {
    this.#columns = columns;
    this.#wishes = wishes;
  }

  layout(): Layout {
    this.#settleWished();
    this.#ticks = this.#wishedTicks() ?? this.#tickColumns();
    for (const column of this.#ticks) this.#used.add(column);
    this.#months = this.#monthColumns();
    for (const column of this.#months) this.#used.add(column);
    this.#settlePlain();
    this.#settleQuestion();
    this.#settleScores();
    this.#settleResult();
    this.#settleNarrative();
    this.#settleDates();
    const result = this.#taken.get('result');
    const content = result && this.#columns.find(({ left }) => left === result.left)?.content;
    const [first, last] = [this.#columns[0], this.#columns.at(-1)];
    const [month] = this.#months;
    if (month && !this.#taken.has('checkMonths')) this.#taken.set('checkMonths', month);
    return {
      fields: this.#taken,
      ticks: new Map(this.#ticks.map(column => [column.choice ?? column.title, column])),
      months: this.#months.map(column => ({ month: column.month!, place: column })),
      weight: this.#weight,
      others: this.#columns.filter(column => !this.#used.has(column) && column.title !== ''),
      choiceStyle: this.#ticks.length > 0 ? 'ticks' : result ? (content?.style ?? 'words') : null,
      choices: this.#ticks.length > 0 ? this.#ticks.map(c => c.choice ?? c.title) : (content?.choices ?? []),
      left: first?.left ?? 1,
      right: last?.right ?? 1,
    };
  }

  #free(test: (column: Candidate) => boolean): readonly Candidate[] {
    const found = this.#columns.filter(column => !this.#used.has(column) && test(column));
    return [...found.filter(column => !column.hidden), ...found.filter(column => column.hidden)];
  }

  #take(field: FormField, column: Candidate | undefined): void {
    if (!column || this.#taken.has(field) || this.#wishes.fields.has(field)) return;
    this.#taken.set(field, column);
    this.#used.add(column);
  }

  #settleWished(): void {
    for (const [field, wish] of this.#wishes.fields) {
      const column = this.#columns.find(({ left, right }) => wish !== null && wish >= left && wish <= right);
      if (!column) continue;
      this.#taken.set(field, { ...column, confidence: 1 });
      this.#used.add(column);
    }
  }

  #wishedTicks(): readonly Candidate[] | null {
    const { ticks } = this.#wishes;
    if (!ticks) return null;
    return [...ticks].flatMap(([choice, wish]) => {
      const column = this.#columns.find(({ left }) => left === wish);
      return column ? [{ ...column, choice }] : [];
    });
  }

  /** The best of several columns: a title known as a whole first, then from left to right. */
  #takeBest(field: FormField, columns: readonly Candidate[]): void {
    this.#take(field, columns.find(({ confidence }) => confidence === 1) ?? columns[0]);
  }

  /** Two or more neighbours that each stand for one choice, under one title or none. */
  #tickColumns(): readonly Candidate[] {
    const groups: Candidate[][] = [];
    for (const column of this.#free(() => true)) {
      const isTick =
        column.content.long === 0 &&
        column.content.style === null &&
        (column.choice !== null || this.#isGradeOf(column));
      const last = groups.at(-1)?.at(-1);
      if (!isTick) continue;
      const together = last && last.right + 1 === column.left && last.group?.cell === column.group?.cell;
      if (together) groups.at(-1)!.push(column);
      else groups.push([column]);
    }
    const several = groups.filter(group => group.length >= 2);
    return several.find(([column]) => column!.over === 'result' || column!.over === 'execution') ?? several[0] ?? [];
  }

  /** Under 檢核結果 any short words are choices, unless they name columns of their own. */
  #isGradeOf({ over, said, title, content, group }: Candidate): boolean {
    if (over !== 'result' || said !== null || title.length > 8 || content.filled > content.words + 200) return false;
    const siblings = this.#columns.filter(column => column.group?.cell === group?.cell);
    return siblings.length >= 2 && siblings.every(column => column.said === null || column.choice !== null);
  }

  #monthColumns(): readonly Candidate[] {
    const columns = this.#free(
      ({ month, over, content }) => month !== null && (over === 'deadline' || over === null) && content.long === 0,
    );
    return columns.length >= 2 ? columns : [];
  }

  #settlePlain(): void {
    const same = ['units', 'evidence', 'finding', 'action', 'actualDate'] as const;
    for (const field of same)
      this.#takeBest(
        field,
        this.#free(({ said }) => said === field),
      );
    const numbers = this.#free(({ said }) => said === 'number');
    this.#take('number', numbers.find(({ title }) => title !== '') ?? numbers[0]);
    const remarks = this.#free(({ said }) => said === 'remarks');
    this.#take(
      'remarks',
      remarks.find(({ title }) => plainTitle(title).startsWith('備')) ?? remarks.find(c => !isExplanation(c)),
    );
    this.#weight = this.#free(({ said }) => said === 'weight')[0] ?? null;
  }

  /** Item, key point and step from left to right; of two columns called the same, the second goes one level deeper. */
  #settleQuestion(): void {
    const levels = ['item', 'keyPoint', 'step'] as const;
    for (const column of this.#free(({ said }) => (levels as readonly (TitleField | null)[]).includes(said))) {
      const from = levels.indexOf(column.said as (typeof levels)[number]);
      const level = levels.slice(from).find(field => !this.#taken.has(field));
      if (level) this.#take(level, column);
    }
  }

  #settleScores(): void {
    const isScoring =
      this.#weight !== null ||
      this.#free(({ said }) => isScore(said)).length > 1 ||
      this.#free(c => c.said === 'points').length > 0;
    for (const field of scores) {
      const own = this.#free(({ said }) => said === field);
      const under = this.#free(({ said, over }) => over === field && (said === 'points' || said === null));
      const givesChoices = ({ content, over }: Candidate): boolean =>
        content.style !== null || content.words * 2 > content.filled || (over === 'result' && !isScoring);
      this.#take(field, under[0] ?? own.find(column => !givesChoices(column)));
    }
    const [points] = this.#free(({ said }) => said === 'points');
    this.#take(scores.find(field => !this.#taken.has(field)) ?? 'secondScore', points);
  }

  #settleResult(): void {
    if (this.#ticks.length > 0) return;
    const offers = ({ content }: Candidate): boolean => content.style !== null;
    const tells = (column: Candidate): boolean => offers(column) || column.content.words > 0;
    const named = this.#free(({ said, over }) => said === 'result' || (said === null && over === 'result'));
    const loose = this.#free(({ said }) => said === 'execution' || isScore(said) || said === 'narrative');
    const plain = named.filter(({ content }) => content.long === 0);
    const best =
      named.find(offers) ??
      loose.find(offers) ??
      named.find(tells) ??
      plain.find(({ said, confidence }) => said === 'result' && confidence === 1) ??
      plain[0] ??
      this.#executionBesideNarrative() ??
      this.#free(({ said }) => isScore(said))[0] ??
      this.#free(column => (column.said === null || isExplanation(column)) && offers(column) && !column.hidden)[0];
    this.#take('result', best);
  }

  /** 執行情形 beside 辦理情形 is the result; alone it is the narrative. */
  #executionBesideNarrative(): Candidate | undefined {
    const told = this.#free(({ said }) => said === 'narrative').length > 0;
    return told ? this.#free(({ said, content }) => said === 'execution' && content.long === 0)[0] : undefined;
  }

  #settleNarrative(): void {
    const told = this.#free(({ said }) => said === 'narrative');
    const rounds = told.filter(column => roundOf(column) > 0).sort((a, b) => roundOf(b) - roundOf(a));
    const usual = told.find(({ title }) => plainTitle(title) === '辦理情形');
    this.#take('narrative', usual ?? rounds[0] ?? told.find(({ confidence }) => confidence === 1) ?? told[0]);
    this.#take('narrative', this.#free(({ said }) => said === 'execution')[0]);
    this.#take(
      'narrative',
      this.#free(({ said, over }) => said === null && (over === 'narrative' || over === 'execution')).at(-1),
    );
    this.#take('narrative', this.#free(isExplanation)[0]);
    this.#take('narrative', this.#free(({ said, content }) => said === 'result' && content.style === null)[0]);
    this.#take('remarks', this.#free(({ said }) => said === 'remarks')[0]);
  }

  /** A day until which something is due is planned where findings are followed up, and the time of the check elsewhere. */
  #settleDates(): void {
    const followsUp = (['finding', 'action', 'actualDate'] as const).some(field => this.#taken.has(field));
    this.#takeBest(
      'plannedDate',
      this.#free(({ said }) => said === 'plannedDate'),
    );
    const due = this.#free(({ said }) => said === 'deadline');
    if (followsUp) this.#takeBest('plannedDate', due);
    this.#takeBest(
      'checkMonths',
      this.#free(({ said }) => said === 'deadline'),
    );
  }
}

/** 說明 says what was done where no other column does. */
const isExplanation = ({ said, title }: Candidate): boolean => said === 'remarks' && plainTitle(title) === '說明';

const hanDigits = '一二三四五六七八九十';

/** 第2次追蹤 → 2; 0 where the title tells of no round. */
function roundOf({ title, group }: Candidate): number {
  const nth = /第([0-9]+|[一二三四五六七八九十])次/.exec(`${title}${group?.cell.text ?? ''}`.normalize('NFKC'))?.[1];
  return nth ? Number(nth) || hanDigits.indexOf(nth) + 1 : 0;
}

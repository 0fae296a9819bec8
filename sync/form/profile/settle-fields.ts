import type { FormField } from '../../model/index.ts';
import type { Candidate, Layout, LayoutWishes, Months, Place } from './layout.ts';
import { monthsIn, roundOf } from './rounds.ts';
import { plainTitle, type TitleField } from './titles.ts';

const scores = ['selfScore', 'firstScore', 'secondScore'] as const;
const isScore = (field: TitleField | null): field is (typeof scores)[number] =>
  (scores as readonly (TitleField | null)[]).includes(field);

/** Gives every column its field. Titles that can mean two things are settled by what else the form has and by the cells below. */
export class Settling {
  readonly #columns: readonly Candidate[];
  readonly #wishes: LayoutWishes;
  readonly #period: Months | null;
  /** Where a column comes among others that may hold the same: the least first. */
  readonly #lateness: ReadonlyMap<Candidate, number>;
  readonly #taken = new Map<FormField, Place>();
  readonly #used = new Set<Candidate>();
  #ticks: readonly Candidate[] = [];
  #months: readonly Candidate[] = [];
  #weight: Candidate | null = null;
  /** Columns of faults that an inspection finds, which tell more of its result. */
  #faults: readonly Candidate[] = [];

  constructor(columns: readonly Candidate[], wishes: LayoutWishes, period: Months | null) {
    this.#columns = columns;
    this.#wishes = wishes;
    this.#period = period;
    this.#lateness = new Map(columns.map(column => [column, this.#latenessOf(column)]));
  }

  /** Hidden columns come last, and those for other months or for earlier rounds after those that are for now. */
  #latenessOf(column: Candidate): number {
    return (column.hidden ? 1000 : 0) + (this.#isNow(column) ? 0 : 200) - roundOf(column);
  }

  /** The title over it, together with others, names the months that the form is for. */
  #isNow({ group }: Candidate): boolean {
    return this.#period !== null && group !== null && `${monthsIn(group.cell.text)}` === `${this.#period}`;
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
      marks: this.#marksBesideSteps(),
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
    return found.sort((a, b) => this.#lateness.get(a)! - this.#lateness.get(b)!);
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
        (column.content.style === null || printsOneChoice(column)) &&
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
    const fault = this.#free(column => column.said === 'finding' && (this.#isJudged() || this.#isBehindResult(column)));
    for (const field of same)
      this.#takeBest(
        field,
        this.#free(column => column.said === field && !fault.includes(column)),
      );
    this.#faults = fault;
    const numbers = this.#free(({ said }) => said === 'number');
    this.#take('number', numbers.find(({ title }) => title !== '') ?? numbers[0]);
    const remarks = this.#free(({ said }) => said === 'remarks');
    this.#take(
      'remarks',
      remarks.find(({ title }) => plainTitle(title).startsWith('備')) ?? remarks.find(c => !isExplanation(c)),
    );
    this.#weight = this.#free(({ said }) => said === 'weight')[0] ?? null;
  }

  /** What is asked is judged right or wrong here, so that a column of faults is for those found now. */
  #isJudged(): boolean {
    const given = [
      ...this.#ticks.map(column => column.choice),
      ...this.#columns.flatMap(({ content }) => content.choices),
    ];
    return this.#questions().length > 0 && given.some(choice => choice !== null && judgement.test(choice));
  }

  /** Behind the result of what is asked stands what was found now; a finding that is followed up stands before it. */
  #isBehindResult({ left }: Candidate): boolean {
    const judges = ({ said, choice, content }: Candidate): boolean =>
      said === 'result' || choice !== null || content.choices.length > 0;
    return this.#questions().length > 0 && this.#columns.some(column => column.left < left && judges(column));
  }

  #questions(): readonly Candidate[] {
    return this.#free(({ said }) => said === 'item' || said === 'keyPoint' || said === 'step');
  }

  /** Item, key point and step from left to right; of two columns called the same, the second goes one level deeper. */
  #settleQuestion(): void {
    const levels = ['item', 'keyPoint', 'step'] as const;
    for (const column of this.#free(({ said }) => (levels as readonly (TitleField | null)[]).includes(said))) {
      const from = levels.indexOf(column.said as (typeof levels)[number]);
      const level = levels.slice(from).find(field => !this.#taken.has(field));
      if (level) this.#take(level, column);
    }
    if (!levels.some(level => this.#taken.has(level)) && !this.#taken.has('finding')) this.#takeByContent(levels);
    else if (!this.#taken.has('step') && !this.#taken.has('finding')) this.#takeDeeper();
    if (!this.#taken.has('item')) this.#takeHigher();
    else if (!this.#taken.has('keyPoint') && !this.#taken.has('step')) this.#headItem();
  }

  /** A column of texts right before the highest known one heads it when each stands for several rows. */
  #takeHigher(): void {
    const higher = this.#headOf(this.#taken.get('keyPoint') ?? this.#taken.get('step'));
    if (!higher) return;
    this.#take('item', { ...higher, confidence: 0.4 });
    this.#used.add(higher);
  }

  /** The same for what is called an item and stands under something wider: 類別 over 自檢項目. */
  #headItem(): void {
    const item = this.#taken.get('item');
    const higher = this.#headOf(item);
    if (!item || !higher || this.#wishes.fields.has('item') || this.#wishes.fields.has('keyPoint')) return;
    this.#taken.set('keyPoint', item);
    this.#taken.set('item', { ...higher, confidence: 0.4 });
    this.#used.add(higher);
  }

  #headOf(known: Place | undefined): Candidate | null {
    const content = this.#columns.find(({ left }) => left === known?.left)?.content;
    const higher = this.#unknownTexts.findLast(({ right, hidden }) => known && right < known.left && !hidden);
    if (!known || !content || !higher || higher.content.filled >= content.filled) return null;
    const between = this.#columns.filter(({ left }) => left > higher.right && left < known.left);
    return between.every(({ said }) => said === 'number') ? higher : null;
  }

  /** Columns before the first answer, under titles that nobody knows. */
  get #unknownTexts(): readonly Candidate[] {
    const answers = this.#columns.filter(
      ({ said, over, choice }) => choice !== null || isAnswer(said) || (said === null && isAnswer(over)),
    );
    const end = answers[0]?.left ?? Number.POSITIVE_INFINITY;
    return this.#free(
      ({ said, over, left, content }) =>
        said === null && over === null && left < end && content.filled > 0 && content.numbers * 2 < content.filled,
    );
  }

  /** No title tells what is asked: the columns whose cells hold text do, the first as item and the last as step. */
  #takeByContent(levels: readonly FormField[]): void {
    const columns = this.#unknownTexts.filter(({ hidden }) => !hidden).slice(0, levels.length);
    for (const [i, column] of columns.entries()) {
      const level = i > 0 && i === columns.length - 1 ? 'step' : levels[i]!;
      this.#take(level, { ...column, confidence: 0.4 });
      this.#used.add(column);
    }
  }

  /** A column of texts right of the deepest known one says more than that when it has more of them. */
  #takeDeeper(): void {
    const known = this.#taken.get('keyPoint') ?? this.#taken.get('item');
    const content = this.#columns.find(({ left }) => left === known?.left)?.content;
    const [deeper] = this.#unknownTexts.filter(({ left, hidden }) => known && left > known.left && !hidden);
    if (!deeper || !content) return;
    const says = deeper.content.long * 2 >= deeper.content.filled || deeper.content.filled > content.filled;
    if (!says || deeper.content.filled < content.filled) return;
    this.#take(this.#taken.has('keyPoint') ? 'step' : 'keyPoint', { ...deeper, confidence: 0.4 });
    this.#used.add(deeper);
  }

  /** Another column of numbers right before that of the steps, whatever its title. */
  #marksBesideSteps(): Candidate | null {
    const asked = (['step', 'keyPoint', 'item'] as const).map(level => this.#taken.get(level)).find(place => place);
    const counts = ({ said, content }: Candidate): boolean =>
      said === 'number' || (said === null && content.filled > 1 && content.marks === content.filled);
    return this.#free(column => column.right + 1 === asked?.left && counts(column))[0] ?? null;
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
      this.#take(
        field,
        under.find(({ content }) => content.style === null) ?? own.find(column => !givesChoices(column)),
      );
    }
    const [points] = this.#free(({ said }) => said === 'points');
    this.#take(scores.find(field => !this.#taken.has(field)) ?? 'secondScore', points);
  }

  #settleResult(): void {
    if (this.#ticks.length > 0) return;
    const offers = ({ content }: Candidate): boolean => content.choices.length > 0;
    const tells = (column: Candidate): boolean => offers(column) || column.content.words > 0;
    const results = this.#free(({ said, over }) => said === 'result' || (said === null && over === 'result'));
    const now = results.filter(column => this.#isNow(column));
    const named = now.length > 0 ? now : results;
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
    const now = this.#period;
    const present = now && told.find(column => `${monthsIn(column.title)}` === `${now}`);
    const usual = present ?? told.find(({ title }) => plainTitle(title) === '辦理情形');
    this.#take('narrative', usual ?? rounds[0] ?? told.find(({ confidence }) => confidence === 1) ?? told[0]);
    this.#take('narrative', this.#free(({ said }) => said === 'execution')[0]);
    const under = this.#free(({ said, over }) => said === null && (over === 'narrative' || over === 'execution'));
    this.#take('narrative', under[0] && roundOf(under[0]) > 0 ? under[0] : under.at(-1));
    this.#take('narrative', this.#faults[0]);
    this.#take('narrative', this.#free(isExplanation)[0]);
    this.#take('narrative', this.#free(({ said }) => said === 'cause')[0]);
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

const answers: ReadonlySet<TitleField | null> = new Set([
  ...(['result', 'execution', 'narrative', 'evidence', 'selfScore', 'firstScore', 'secondScore', 'points'] as const),
  ...(['action', 'actualDate'] as const),
]);
/** A box with the one choice that the column stands for, in each of its cells. */
const printsOneChoice = ({ content }: Candidate): boolean => content.style === 'marks' && content.choices.length === 1;
const isAnswer = (field: TitleField | null): boolean => answers.has(field);

/** Whoever inspects says so; whoever follows a finding up says whether it was settled. */
const judgement = /^(?:不|未)?(?:符合|合格|合法|正常|通過)$/;

/** 說明, 現況說明, 請說明原因 say what was done where no other column does. */
const isExplanation = ({ said, title }: Candidate): boolean =>
  said === 'remarks' && /說明(?:原因|理由)?$/.test(plainTitle(title));

import type { Candidate, Layout, LayoutWishes, Months } from './layout.ts';
import { monthsIn, roundOf } from './rounds.ts';
import { marksBesideSteps, questionsIn, settleQuestion } from './settle-question.ts';
import { TakenColumns } from './taken-columns.ts';
import { plainTitle, type TitleField } from './titles.ts';

const scores = ['selfScore', 'firstScore', 'secondScore'] as const;
const isScore = (field: TitleField | null): field is (typeof scores)[number] =>
  (scores as readonly (TitleField | null)[]).includes(field);

/** Gives every column its field. Titles that can mean two things are settled by what else the form has and by the cells below. */
export class Settling {
  readonly #columns: TakenColumns;
  readonly #wishes: LayoutWishes;
  #ticks: readonly Candidate[] = [];
  #months: readonly Candidate[] = [];
  #weight: Candidate | null = null;
  /** Columns of faults that an inspection finds, which tell more of its result. */
  #faults: readonly Candidate[] = [];

  constructor(columns: readonly Candidate[], wishes: LayoutWishes, period: Months | null) {
    this.#columns = new TakenColumns(columns, wishes.fields, period);
    this.#wishes = wishes;
  }

  layout(): Layout {
    this.#ticks = this.#wishedTicks() ?? this.#tickColumns();
    for (const column of this.#ticks) this.#columns.use(column);
    this.#months = this.#monthColumns();
    for (const column of this.#months) this.#columns.use(column);
    this.#settlePlain();
    settleQuestion(this.#columns);
    this.#settleScores();
    this.#settleResult();
    this.#settleNarrative();
    this.#settleDates();
    const result = this.#columns.fields.get('result');
    const content = this.#columns.contentAt(result);
    const [first, last] = [this.#columns.all[0], this.#columns.all.at(-1)];
    const [month] = this.#months;
    if (month && !this.#columns.fields.has('checkMonths')) this.#columns.fields.set('checkMonths', month);
    return {
      fields: this.#columns.fields,
      ticks: new Map(this.#ticks.map(column => [column.choice ?? column.title, column])),
      months: this.#months.map(column => ({ month: column.month!, place: column })),
      marks: marksBesideSteps(this.#columns),
      weight: this.#weight,
      others: this.#columns.untaken.filter(({ title }) => title !== ''),
      choiceStyle: this.#ticks.length > 0 ? 'ticks' : result ? (content?.style ?? 'words') : null,
      choices: this.#ticks.length > 0 ? this.#ticks.map(c => c.choice ?? c.title) : (content?.choices ?? []),
      left: first?.left ?? 1,
      right: last?.right ?? 1,
    };
  }

  #wishedTicks(): readonly Candidate[] | null {
    const { ticks } = this.#wishes;
    if (!ticks) return null;
    return [...ticks].flatMap(([choice, wish]) => {
      const column = this.#columns.all.find(({ left }) => left === wish);
      return column ? [{ ...column, choice }] : [];
    });
  }

  /** Two or more neighbours that each stand for one choice, under one title or none. */
  #tickColumns(): readonly Candidate[] {
    const groups: Candidate[][] = [];
    for (const column of this.#columns.free(() => true)) {
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
    const siblings = this.#columns.all.filter(column => column.group?.cell === group?.cell);
    return siblings.length >= 2 && siblings.every(column => column.said === null || column.choice !== null);
  }

  #monthColumns(): readonly Candidate[] {
    const columns = this.#columns.free(
      ({ month, over, content }) => month !== null && (over === 'deadline' || over === null) && content.long === 0,
    );
    return columns.length >= 2 ? columns : [];
  }

  #settlePlain(): void {
    const same = ['units', 'evidence', 'finding', 'action', 'actualDate'] as const;
    const fault = this.#columns.free(
      column => column.said === 'finding' && (this.#isJudged() || this.#isBehindResult(column)),
    );
    for (const field of same)
      this.#columns.takeBest(
        field,
        this.#columns.free(column => column.said === field && !fault.includes(column)),
      );
    this.#faults = fault;
    const numbers = this.#columns.free(({ said }) => said === 'number');
    this.#columns.take('number', numbers.find(({ title }) => title !== '') ?? numbers[0]);
    const remarks = this.#columns.free(({ said }) => said === 'remarks');
    this.#columns.take(
      'remarks',
      remarks.find(({ title }) => plainTitle(title).startsWith('備')) ?? remarks.find(c => !isExplanation(c)),
    );
    this.#weight = this.#columns.free(({ said }) => said === 'weight')[0] ?? null;
  }

  /** What is asked is judged right or wrong here, so that a column of faults is for those found now. */
  #isJudged(): boolean {
    const given = [
      ...this.#ticks.map(column => column.choice),
      ...this.#columns.all.flatMap(({ content }) => content.choices),
    ];
    return questionsIn(this.#columns).length > 0 && given.some(choice => choice !== null && judgement.test(choice));
  }

  /** Behind the result of what is asked stands what was found now; a finding that is followed up stands before it. */
  #isBehindResult({ left }: Candidate): boolean {
    const judges = ({ said, choice, content }: Candidate): boolean =>
      said === 'result' || choice !== null || content.choices.length > 0;
    return (
      questionsIn(this.#columns).length > 0 && this.#columns.all.some(column => column.left < left && judges(column))
    );
  }

  #settleScores(): void {
    const isScoring =
      this.#weight !== null ||
      this.#columns.free(({ said }) => isScore(said)).length > 1 ||
      this.#columns.free(c => c.said === 'points').length > 0;
    for (const field of scores) {
      const own = this.#columns.free(({ said }) => said === field);
      const under = this.#columns.free(({ said, over }) => over === field && (said === 'points' || said === null));
      const givesChoices = ({ content, over }: Candidate): boolean =>
        content.style !== null || content.words * 2 > content.filled || (over === 'result' && !isScoring);
      this.#columns.take(
        field,
        under.find(({ content }) => content.style === null) ?? own.find(column => !givesChoices(column)),
      );
    }
    const [points] = this.#columns.free(({ said }) => said === 'points');
    this.#columns.take(scores.find(field => !this.#columns.fields.has(field)) ?? 'secondScore', points);
  }

  #settleResult(): void {
    if (this.#ticks.length > 0) return;
    const offers = ({ content }: Candidate): boolean => content.choices.length > 0;
    const tells = (column: Candidate): boolean => offers(column) || column.content.words > 0;
    const results = this.#columns.free(({ said, over }) => said === 'result' || (said === null && over === 'result'));
    const now = results.filter(column => this.#columns.isNow(column));
    const named = now.length > 0 ? now : results;
    const loose = this.#columns.free(({ said }) => said === 'execution' || isScore(said) || said === 'narrative');
    const plain = named.filter(({ content }) => content.long === 0);
    const best =
      named.find(offers) ??
      loose.find(offers) ??
      named.find(tells) ??
      plain.find(({ said, confidence }) => said === 'result' && confidence === 1) ??
      plain[0] ??
      this.#executionBesideNarrative() ??
      this.#columns.free(({ said }) => isScore(said))[0] ??
      this.#columns.free(
        column => (column.said === null || isExplanation(column)) && offers(column) && !column.hidden,
      )[0];
    this.#columns.take('result', best);
  }

  /** 執行情形 beside 辦理情形 is the result; alone it is the narrative. */
  #executionBesideNarrative(): Candidate | undefined {
    const told = this.#columns.free(({ said }) => said === 'narrative').length > 0;
    return told ? this.#columns.free(({ said, content }) => said === 'execution' && content.long === 0)[0] : undefined;
  }

  #settleNarrative(): void {
    const told = this.#columns.free(({ said }) => said === 'narrative');
    const rounds = told.filter(column => roundOf(column) > 0).sort((a, b) => roundOf(b) - roundOf(a));
    const now = this.#columns.period;
    const present = now && told.find(column => `${monthsIn(column.title)}` === `${now}`);
    const usual = present ?? told.find(({ title }) => plainTitle(title) === '辦理情形');
    this.#columns.take('narrative', usual ?? rounds[0] ?? told.find(({ confidence }) => confidence === 1) ?? told[0]);
    this.#columns.take('narrative', this.#columns.free(({ said }) => said === 'execution')[0]);
    const under = this.#columns.free(
      ({ said, over }) => said === null && (over === 'narrative' || over === 'execution'),
    );
    this.#columns.take('narrative', under[0] && roundOf(under[0]) > 0 ? under[0] : under.at(-1));
    this.#columns.take('narrative', this.#faults[0]);
    this.#columns.take('narrative', this.#columns.free(isExplanation)[0]);
    this.#columns.take('narrative', this.#columns.free(({ said }) => said === 'cause')[0]);
    this.#columns.take(
      'narrative',
      this.#columns.free(({ said, content }) => said === 'result' && content.style === null)[0],
    );
    this.#columns.take('remarks', this.#columns.free(({ said }) => said === 'remarks')[0]);
  }

  /** A day until which something is due is planned where findings are followed up, and the time of the check elsewhere. */
  #settleDates(): void {
    const followsUp = (['finding', 'action', 'actualDate'] as const).some(field => this.#columns.fields.has(field));
    this.#columns.takeBest(
      'plannedDate',
      this.#columns.free(({ said }) => said === 'plannedDate'),
    );
    const due = this.#columns.free(({ said }) => said === 'deadline');
    if (followsUp) this.#columns.takeBest('plannedDate', due);
    this.#columns.takeBest(
      'checkMonths',
      this.#columns.free(({ said }) => said === 'deadline'),
    );
  }
}

/** A box with the one choice that the column stands for, in each of its cells. */
const printsOneChoice = ({ content }: Candidate): boolean => content.style === 'marks' && content.choices.length === 1;

/** Whoever inspects says so; whoever follows a finding up says whether it was settled. */
const judgement = /^(?:不|未)?(?:符合|合格|合法|正常|通過)$/;

/** 說明, 現況說明, 請說明原因 say what was done where no other column does. */
const isExplanation = ({ said, title }: Candidate): boolean =>
  said === 'remarks' && /說明(?:原因|理由)?$/.test(plainTitle(title));

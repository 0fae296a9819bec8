/** Reads answers out of any form whose table was found: results however they are chosen, narratives with their history, evidence, scores, days. */

export { type AnswerCell, answerCellAt, isBlank, literalOf } from './answer-cell.ts';
export { type ChoiceList, type ListedChoice, type MarkHabit, markChoice, parseChoiceList } from './choice-list.ts';
export { dayOfText, printDay } from './day.ts';
export { findChoice } from './find-choice.ts';
export { openGlyph } from './glyphs.ts';
export {
  aboveOlder,
  type FormPeriod,
  isRule,
  type NarrativeParts,
  printHistory,
  replaceNarrative,
  splitNarrative,
} from './history.ts';
export { type Days, daysOfPeriod, type Heading, headingOf } from './history-heading.ts';
export { type AnswerIssueCode, type AnswerPlace, answerIssue } from './issue.ts';
export { evidenceNames, type NumberMark, numberMark, splitLine } from './names.ts';
export { type PrintedTicks, printedTicks } from './printed-ticks.ts';
export { type AnswersReading, readAnswers } from './read-answers.ts';
export { asCell, type CellField, cellFields, readCell } from './read-fields.ts';
export { listedWords, tickedAt } from './read-result.ts';
export { resultOfChoice } from './result-of-choice.ts';
export { numberOfScore, scoreOf } from './score.ts';
export { contextOf, type ResultPlace, resultPlace, type SheetContext } from './sheet-context.ts';
export { type Tick, tickOf } from './ticks.ts';

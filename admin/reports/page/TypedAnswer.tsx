import { useTranslate } from 'react-admin';
import type { AnswerName, ReportForm } from '../writing/form.ts';

type Translate = ReturnType<typeof useTranslate>;

type Tellers = { readonly [K in AnswerName]: (typed: ReportForm[K], translate: Translate) => string };

const percent = (typed: string, translate: Translate): string =>
  typed === '' ? '' : translate('report.percent', { value: typed });
const plain = (typed: string): string => typed;

const tellers: Tellers = {
  result: (typed, translate) => translate(`results.${typed ?? 'none'}`),
  narrative: plain,
  figures: typed => typed.map(({ name, value, unit }) => `${name} ${value} ${unit}`.trim()).join('\n'),
  plannedProgress: percent,
  actualProgress: percent,
  delayCause: plain,
  remedy: plain,
  remarks: plain,
};

/** One answer of a form in plain text, for comparing and for copying. */
export const answerText = (name: AnswerName, form: ReportForm, translate: Translate): string =>
  tellers[name](form[name] as never, translate);

export const TypedAnswer = ({ name, form }: { readonly name: AnswerName; readonly form: ReportForm }) => {
  const translate = useTranslate();
  return <>{answerText(name, form, translate) || translate('shell.stale.blank')}</>;
};

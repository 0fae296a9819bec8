import { noSections, type PlanReview, type PlanSections } from '../../../sync/model/index.ts';

export type PartName = keyof PlanSections;

/** In the order in which plans print them. */
export const partNames: readonly PartName[] = ['basis', 'goals', 'scope', 'reviews', 'taskForce', 'closing'];

type Translate = (key: string, options?: Record<string, unknown>) => string;

const units: Readonly<Record<PartName, string>> = {
  basis: 'entries',
  goals: 'entries',
  scope: 'text',
  reviews: 'entries',
  taskForce: 'people',
  closing: 'text',
};

/** How much a part says, for whoever has not opened it. */
export const amountOf = (sections: PlanSections, part: PartName, translate: Translate): string =>
  sections[part].length === 0
    ? translate('planSections.nothing')
    : translate(`planSections.${units[part]}`, { count: sections[part].length });

export const isEmpty = (sections: PlanSections, part: PartName): boolean => sections[part].length === 0;

const trimmed = (lines: readonly string[]): string[] => lines.map(line => line.trim()).filter(line => line !== '');

/** What was typed, without the blank lines and rows that nobody means. */
export function tidied(sections: PlanSections): PlanSections {
  const { basis, goals, scope, reviews, taskForce, closing } = sections;
  return {
    basis: trimmed(basis),
    goals: trimmed(goals),
    scope: scope.trim(),
    reviews: reviews
      .map(review => ({
        ...review,
        text: review.text.trim(),
        submitTo: trimmed(review.submitTo),
        forms: trimmed(review.forms),
      }))
      .filter(({ text, months, submitTo, forms }) => text !== '' || months.length + submitTo.length + forms.length > 0),
    taskForce: taskForce
      .map(row => ({
        title: row.title.trim(),
        member: row.member.trim(),
        duty: row.duty.trim(),
        remarks: row.remarks.trim(),
      }))
      .filter(row => Object.values(row).some(text => text !== '')),
    closing: closing.trim(),
  };
}

/** Whether every row of the task force has what it cannot do without. */
export const isComplete = ({ taskForce }: PlanSections): boolean =>
  tidied({ ...noSections, taskForce }).taskForce.every(row => row.title !== '' && row.member !== '');

/** Months as a review names them: that of the next year, which only the earliest in the calendar can be, comes last. */
export function inOrder(months: readonly number[], nextYear: boolean): Pick<PlanReview, 'months' | 'nextYear'> {
  const [first, ...rest] = months.toSorted((a, b) => a - b);
  if (first === undefined) return { months: [], nextYear: false };
  return { months: nextYear ? [...rest, first] : [first, ...rest], nextYear };
}

/** One part as plain text, to be compared by eye. */
export const plainText: { readonly [P in PartName]: (value: PlanSections[P]) => string } = {
  basis: lines => lines.join('\n'),
  goals: lines => lines.join('\n'),
  scope: text => text,
  reviews: reviews => reviews.map(review => review.text).join('\n'),
  taskForce: rows => rows.map(row => Object.values(row).filter(Boolean).join('　')).join('\n'),
  closing: text => text,
};

/** All that is said, part by part under its name. */
export function sectionsText(sections: PlanSections, nameOf: (part: PartName) => string): string {
  const textOf = <P extends PartName>(part: P): string => plainText[part](sections[part]);
  return partNames
    .filter(part => !isEmpty(sections, part))
    .map(part => `${nameOf(part)}\n${textOf(part)}`)
    .join('\n\n');
}

/** Entries with a key for each, though two may say the same. */
export function keyed<T>(entries: readonly T[], textOf: (entry: T) => string): readonly (readonly [string, T])[] {
  const seen = new Map<string, number>();
  return entries.map(entry => {
    const text = textOf(entry);
    const nth = seen.get(text) ?? 0;
    seen.set(text, nth + 1);
    return [`${text}#${nth}`, entry];
  });
}

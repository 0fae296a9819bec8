import {
  type CollectedRow,
  type CollectedValues,
  type MergedField,
  type MergedValue,
  mergedFields,
} from '../../../sync/model/index.ts';

/** The fields in which somebody answered, as the form asks them. What the bureau itself scores stands elsewhere. */
const answered = mergedFields.filter(field => field !== 'firstScore' && field !== 'secondScore');

export interface ShownAnswer {
  readonly field: MergedField;
  readonly accepted: string;
  /** As it came, where that is something else. */
  readonly original: string | null;
}

const text = (value: MergedValue | undefined): string => (value === null || value === undefined ? '' : String(value));

export const answersOf = ({
  original,
  accepted,
}: Pick<CollectedRow, 'original' | 'accepted'>): readonly ShownAnswer[] =>
  answered.flatMap(field => {
    const [came, taken] = [text(original[field]), text(accepted[field])];
    if (came === '' && taken === '') return [];
    return [{ field, accepted: taken, original: came === taken ? null : came }];
  });

export const textOf = (values: CollectedValues, field: MergedField): string => text(values[field]);

/** What a result is counted as: a result of the vocabulary or the form's own word, blank where none was given. */
export const resultOf = ({ accepted }: Pick<CollectedRow, 'accepted'>): string => text(accepted.result);

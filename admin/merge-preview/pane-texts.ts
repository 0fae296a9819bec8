import { results } from '../../sync/model/index.ts';
import { diff, folded, type Part, type Shown } from './diff.ts';
import type { ShownField } from './shown.ts';

type Translate = (key: string) => string;

const isResult = (value: string): boolean => (results as readonly string[]).includes(value);

/** A value as it is read: results by their word, except what somebody typed instead of one. */
const worded = ({ field }: ShownField, value: string | null, translate: Translate): string => {
  if (value === null) return '';
  return field === 'result' && isResult(value) ? translate(`results.${value}`) : value;
};

/** A result is chosen, not edited: it changes as a whole. */
const whole = (before: string, after: string): readonly Part[] =>
  before === after
    ? [{ kind: 'same', text: after }]
    : [
        { kind: 'out', text: before },
        { kind: 'in', text: after },
      ];

/** Of a long text that was written anew the old one stands beside it; struck out in the same pane it would only be in the way. */
const worthStriking = 24;

function readable(parts: readonly Part[]): readonly Part[] {
  const [out, come] = parts;
  const anew = parts.length === 2 && out?.kind === 'out' && come?.kind === 'in';
  return anew && out.text.length > worthStriking ? [come] : parts;
}

export interface PaneTexts {
  readonly base: string;
  readonly ours: readonly Shown[];
  readonly theirs: readonly Shown[];
  /** Whether something is left out until it is opened. */
  readonly long: boolean;
}

/** Longer texts are clamped by their pane. */
const clampedAt = { characters: 260, lines: 8 };

const isLong = (text: string): boolean =>
  text.length > clampedAt.characters || text.split('\n').length > clampedAt.lines;

/** The three values of a field, ours and theirs as what became of the base. */
export function paneTexts(field: ShownField, open: boolean, translate: Translate): PaneTexts {
  const base = worded(field, field.base, translate);
  const compare = field.field === 'result' ? whole : diff;
  const sides = [field.ours, field.theirs].map(value => readable(compare(base, worded(field, value, translate))));
  const [ours = [], theirs = []] = open ? sides : sides.map(parts => folded(parts));
  const long =
    sides.some(parts => folded(parts).some(part => part.cut)) ||
    [base, field.ours ?? '', field.theirs ?? ''].some(isLong);
  return { base, ours, theirs, long };
}

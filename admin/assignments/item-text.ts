import type { PlanItem } from '../../sync/model/index.ts';
import { printedLabel } from '../plan-tree/outline/index.ts';

/** A row of a plan as one line of text, its number before it. */
export const itemText = ({ label, text }: Pick<PlanItem, 'label' | 'text'>): string =>
  `${label === null ? '' : `${printedLabel(label)} `}${text}`;

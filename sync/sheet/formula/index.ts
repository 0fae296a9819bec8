/** The few formulas that rules for cells are written in: read, and worked out where everything they need is known. */
export { type Cells, evaluateFormula, type Value } from './evaluate.ts';
export { type Formula, parseFormula } from './parse.ts';

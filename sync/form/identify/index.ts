/** Which row of the template a row of somebody's workbook is, when no ids came back with it. Pure. */
export { type AskedRow, askedRows, type Heading } from './asked-row.ts';
export { type Candidate, matchRows, type RowMatch, type RowMatches } from './match.ts';

/** Forms that went out through somebody else's workbook: what several units say in one row, and what came back for whom. */
export { type Anchor, placeRows } from './place.ts';
export { type ReadRow, type ReadTemplate, readThroughTemplate } from './read.ts';
export { joinRemarks, joinResults, joinUnits, splitUnits, type UnitText } from './units.ts';
export { saysMore } from './unmarked.ts';

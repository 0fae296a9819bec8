export { joinRemarks, joinResults, joinUnits, splitUnits, type UnitText } from './units.ts';

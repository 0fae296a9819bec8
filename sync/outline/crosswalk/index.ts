/** Which steps of a plan serve which items of its superior's plan. */
export { suggestLinks } from './suggest.ts';
export { crosswalkWorkbook } from './workbook.ts';

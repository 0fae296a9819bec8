/** Namespace URIs by what they mean: the transitional one and the strict one (ECMA-376-1, ISO/IEC 29500-1). */
export const spreadsheet: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
]);

/** Attributes that name a relationship, such as `r:id`. */
export const relationshipId: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]);

export const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';

/** Validations that refer to another sheet (MS-XLSX 2.6.6), and the formulas inside them. */
export const spreadsheet2009 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
export const excelFormula = 'http://schemas.microsoft.com/office/excel/2006/main';

export const customProperties: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
  'http://purl.oclc.org/ooxml/officeDocument/customProperties',
]);

/** What a stored value stands for, by the name of its field; a field that is not listed is plain text, number or date. */
export type FieldKind =
  | { readonly kind: 'record'; readonly resource: string; readonly text: string }
  | { readonly kind: 'word'; readonly words: string }
  | { readonly kind: 'sections' };

const record = (resource: string, text = 'name'): FieldKind => ({ kind: 'record', resource, text });
const word = (words: string): FieldKind => ({ kind: 'word', words });

const everywhere: Readonly<Record<string, FieldKind>> = {
  agencyId: record('agencies'),
  unitId: record('units'),
  unitIds: record('units'),
  officerId: record('users'),
  uploaderId: record('users'),
  receivedBy: record('users'),
  handledBy: record('users'),
  trustedBy: record('users'),
  madeBy: record('users'),
  peerAgencyId: record('agencies'),
  issuedBy: record('users'),
  createdBy: record('users'),
  approvedBy: record('users'),
  publishedBy: record('users'),
  planId: record('plans', 'title'),
  planItemId: record('planItems', 'text'),
  roundId: record('rounds', 'title'),
  formId: record('forms'),
  templateId: record('templates'),
  evidenceId: record('evidence'),
  role: word('roles'),
  locale: word('locales'),
  result: word('results'),
  part: word('parts'),
  by: word('events.by'),
  wanted: word('events.wanted'),
};

const machines: Readonly<Record<string, string>> = {
  plans: 'plan',
  assignments: 'assignment',
  rounds: 'round',
  reports: 'report',
  findings: 'finding',
  exchanges: 'exchange',
  packages: 'package',
  sheets: 'sheet',
};

const ofResource: Readonly<Record<string, Readonly<Record<string, FieldKind>>>> = {
  agencies: { parentId: record('agencies') },
  planItems: { parentId: record('planItems', 'text') },
  rounds: { kind: word('roundKinds') },
  sheets: {
    accountId: record('sheetAccounts'),
    tabbing: word('sheets.tabbing'),
    mode: word('sheets.mode'),
  },
  sheetAccounts: { kind: word('sheets.accounts.kind'), state: word('sheets.accounts.state') },
  evidence: { kind: word('events.evidenceKinds') },
  plans: { sections: { kind: 'sections' } },
};

/** Opaque to people and said better by something else on the same page. */
const silent = new Set([
  'id',
  'version',
  'createdAt',
  'updatedAt',
  'sha256',
  'sourceSha256',
  'assignmentId',
  'decisions',
  'corrections',
  'rows',
  'operation',
  'spreadsheetId',
  'notices',
]);

export const isShown = (field: string): boolean => !silent.has(field);

export function kindOf(resource: string, field: string): FieldKind | null {
  const machine = machines[resource];
  if (field === 'state' && machine) return word(`states.${machine}`);
  return ofResource[resource]?.[field] ?? everywhere[field] ?? null;
}

import { type Chance, chance } from '../../mock/sample/chance.ts';
import { type Sample, sample } from '../../mock/sample/index.ts';

/**
 * Pieces of text that dialects of comparison and search disagree on: case, blanks, quotes, wildcards of LIKE, things that
 * look like numbers, booleans and null, full-width marks, empty text.
 */
export const pieces = [
  '',
  ' ',
  'ABC',
  'abc',
  'Abc-9',
  '100%',
  'under_score',
  "it's",
  '"quoted"',
  'a,b',
  'x=1&y=2',
  '#/+;',
  '\n',
  '\t',
  'true',
  'false',
  'null',
  '0',
  '007',
  '12',
  '1.0',
  '-1',
  '民政課',
  '民政',
  '社會課、',
  '，。',
  '①',
  '﹏',
  'ㄅ',
  '～',
] as const;

const roughText = (luck: Chance): string => Array.from({ length: luck.below(4) }, () => luck.pick(pieces)).join('');

const lineOr = (luck: Chance, text: string): string => (luck.often(60) ? roughText(luck).trim() || text : text);
const numberOrNull = (luck: Chance): number | null => (luck.often(25) ? null : luck.pick([0, 1, 5, 12, 50, 99, 100]));

/** The sample with rough texts, repeated values and nulls scattered over whatever no other row depends on. */
export function roughSample(seed: number): Sample {
  const luck = chance(seed);
  const plain = sample({ agencies: 4, unitsPerAgency: 6, stepsPerPlan: 12, roundsPerPlan: 4 });
  return {
    ...plain,
    units: plain.units.map(row => ({ ...row, disabled: luck.often(20), position: luck.below(4) })),
    users: plain.users.map(row => ({
      ...row,
      name: lineOr(luck, row.name),
      // Those who ask for the lists must be able to log in.
      disabled: row.unitId !== null && row.disabled,
      mustChangePassword: row.unitId !== null && row.mustChangePassword,
      lockedUntil: luck.often(20) ? row.createdAt : null,
    })),
    plans: plain.plans.map(row => ({
      ...row,
      title: lineOr(luck, row.title),
      documentNumber: luck.often(40) ? null : '1',
    })),
    planItems: plain.planItems.map(row => ({
      ...row,
      text: lineOr(luck, row.text),
      remarks: roughText(luck),
      label: luck.often(30) ? null : row.label,
    })),
    assignments: plain.assignments.map(row => ({ ...row, stateReason: roughText(luck) })),
    rounds: plain.rounds.map(row => ({ ...row, title: lineOr(luck, row.title) })),
    reports: plain.reports.map(row => ({
      ...row,
      narrative: roughText(luck),
      remarks: roughText(luck),
      delayCause: roughText(luck),
      plannedProgress: numberOrNull(luck),
      actualProgress: numberOrNull(luck),
      figures: luck.often(70)
        ? []
        : [{ name: lineOr(luck, '場次'), value: luck.pick([0, 3, 2.5, -4]), unit: luck.pick(['場', '', '人次']) }],
    })),
    evidence: plain.evidence.map(row => ({ ...row, name: lineOr(luck, row.name) })),
  };
}

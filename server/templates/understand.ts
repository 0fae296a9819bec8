import { correctProfile, learn, profileForm, similarity } from '../../sync/form/profile/index.ts';
import type { FormProfile } from '../../sync/model/index.ts';
import type { Workbook } from '../../sync/sheet/index.ts';
import { rowCountOf, type Teacher, type Understood } from './understood.ts';

/** Finds the form in a workbook, and corrects it as people corrected an alike one. */
export function understand(workbook: Workbook, teachers: readonly Teacher[]): Understood {
  const found = profileForm(workbook);
  const { corrections, learnedFrom } = learnt(workbook, found, teachers);
  const profile = corrections.length > 0 ? correctProfile(workbook, corrections) : found;
  return {
    format: workbook.format,
    rowCount: rowCountOf(profile),
    found,
    profile,
    corrections,
    learnedFrom,
  };
}

/** Below it, two workbooks are other forms of one plan rather than one form of two years. */
const alike = 0.75;

function learnt(
  workbook: Workbook,
  found: FormProfile,
  teachers: readonly Teacher[],
): Pick<Understood, 'corrections' | 'learnedFrom'> {
  if (found.sheets.length === 0) return pointedOut(workbook, teachers);
  const [best] = teachers
    .map(teacher => ({ teacher, score: similarity(found, teacher.found) }))
    .filter(({ score }) => score >= alike)
    .toSorted((a, b) => b.score - a.score);
  if (!best) return { corrections: [], learnedFrom: null };
  const { id, name, ...older } = best.teacher;
  const corrections = learn(workbook, older.corrections, older);
  return { corrections, learnedFrom: corrections.length > 0 ? { id, name } : null };
}

/** Where nothing is found, people may have pointed at the titles of an alike one in which nothing was found either. */
function pointedOut(workbook: Workbook, teachers: readonly Teacher[]): Pick<Understood, 'corrections' | 'learnedFrom'> {
  for (const { id, name, ...older } of teachers.filter(({ found }) => found.sheets.length === 0)) {
    const corrections = learn(workbook, older.corrections, older);
    if (similarity(correctProfile(workbook, corrections), older.profile) >= alike)
      return { corrections, learnedFrom: { id, name } };
  }
  return { corrections: [], learnedFrom: null };
}

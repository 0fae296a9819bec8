import { correctProfile, learn, profileForm, similarity } from '../../sync/form/profile/index.ts';
import type { FormProfile, Issue, ProfileCorrection, Template, TemplateDetail } from '../../sync/model/index.ts';
import type { Workbook } from '../../sync/sheet/index.ts';

/** An earlier template of the agency that somebody corrected. */
export interface Teacher {
  readonly id: string;
  readonly name: string;
  readonly found: FormProfile;
  readonly profile: FormProfile;
  readonly corrections: ProfileCorrection;
}

/** How many of them a new one is compared with. */
export const mostTeachers = 50;

/** What was made of a workbook that is to be a template. */
export interface Understood {
  readonly format: Template['format'];
  readonly rowCount: number;
  readonly found: FormProfile;
  readonly profile: FormProfile;
  readonly corrections: ProfileCorrection;
  readonly learnedFrom: TemplateDetail['learnedFrom'];
  /** The workbook that can be filled, where the one that came cannot. */
  readonly converted: Uint8Array | null;
}

export const rowCountOf = ({ sheets }: FormProfile): number => sheets.reduce((sum, { rows }) => sum + rows.length, 0);

/** What was said of the workbook stands before what is said of the form in it. */
export const withIssues = <T extends Pick<Understood, 'found' | 'profile'>>(
  understood: T,
  issues: readonly Issue[],
): T => ({
  ...understood,
  found: told(understood.found, issues),
  profile: told(understood.profile, issues),
});

/** Each issue once, however often the workbook was read. */
export function told(profile: FormProfile, issues: readonly Issue[]): FormProfile {
  const all = new Map([...issues, ...profile.issues].map(issue => [JSON.stringify(issue), issue]));
  return { ...profile, issues: [...all.values()] };
}

/** Finds the form in a workbook, and corrects it as people corrected an alike one. */
export function understand(workbook: Workbook, teachers: readonly Teacher[], converted: Uint8Array | null): Understood {
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
    converted,
  };
}

/** Below it, two workbooks are other forms of one plan rather than one form of two years. */
const alike = 0.75;

function learnt(
  workbook: Workbook,
  found: FormProfile,
  teachers: readonly Teacher[],
): Pick<Understood, 'corrections' | 'learnedFrom'> {
  const [best] = teachers
    .map(teacher => ({ teacher, score: similarity(found, teacher.found) }))
    .filter(({ score }) => score >= alike)
    .toSorted((a, b) => b.score - a.score);
  if (!best) return { corrections: [], learnedFrom: null };
  const { id, name, ...older } = best.teacher;
  const corrections = learn(workbook, older.corrections, older);
  return { corrections, learnedFrom: corrections.length > 0 ? { id, name } : null };
}

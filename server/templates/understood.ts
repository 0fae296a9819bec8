import type { FormProfile, Issue, ProfileCorrection, Template, TemplateDetail } from '../../sync/model/index.ts';

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

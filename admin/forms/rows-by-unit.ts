import type { Report } from '../../sync/model/index.ts';

/** What a form would hold of one unit. */
export interface UnitRows {
  readonly unitId: string;
  readonly rows: number;
  /** Accepted reports: their rows leave locked. */
  readonly locked: number;
  /** Reports that nobody has begun. */
  readonly blank: number;
}

const count = <T>(all: readonly T[], test: (one: T) => boolean): number => all.filter(test).length;

/** The reports of a round by unit, in the order of `unitIds`; units without a report are left out. */
export const rowsByUnit = (
  reports: readonly Pick<Report, 'unitId' | 'state'>[],
  unitIds: readonly string[],
): readonly UnitRows[] =>
  unitIds.flatMap(unitId => {
    const own = reports.filter(report => report.unitId === unitId);
    if (own.length === 0) return [];
    return [
      {
        unitId,
        rows: own.length,
        locked: count(own, report => report.state === 'accepted'),
        blank: count(own, report => report.state === 'pending'),
      },
    ];
  });

export const sumOf = (parts: readonly UnitRows[]): Omit<UnitRows, 'unitId'> => ({
  rows: parts.reduce((sum, part) => sum + part.rows, 0),
  locked: parts.reduce((sum, part) => sum + part.locked, 0),
  blank: parts.reduce((sum, part) => sum + part.blank, 0),
});

import { dayInTaipei, toRocYear } from '../../sync/model/index.ts';

const dayMs = 86_400_000;

/** The demo's half year, counted back from the day it is started, so that what is late today is late in it. */
export interface Calendar {
  readonly year: number;
  readonly past: SampleRound;
  readonly present: SampleRound;
  readonly next: SampleRound;
  /** The instant `days` before the start, at nine in the morning of Taipei. */
  daysAgo(days: number): Date;
}

export interface SampleRound {
  readonly title: string;
  readonly month: number;
  readonly dueDate: string;
  /** Days before the start at which it opens and is due. */
  readonly opened: number;
  readonly due: number;
}

export function calendarFrom(start: Date): Calendar {
  const daysAgo = (days: number): Date => {
    const day = dayInTaipei(new Date(start.getTime() - days * dayMs));
    return new Date(`${day}T01:00:00.000Z`);
  };
  const round = (name: string, opened: number, due: number): SampleRound => {
    const dueDate = dayInTaipei(daysAgo(due));
    const [adYear, month] = dueDate.split('-').map(Number) as [number, number];
    return { title: `${toRocYear(adYear)}年${month}月${name}`, month, dueDate, opened, due };
  };
  return {
    year: toRocYear(Number(dayInTaipei(start).slice(0, 4))),
    past: round('平時查核', 175, 145),
    present: round('平時查核', 24, 3),
    next: round('年度查核', -30, -60),
    daysAgo,
  };
}

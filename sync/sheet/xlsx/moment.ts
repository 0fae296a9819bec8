import type { NumberFormat } from './number-format.ts';

/** A day, a time or both as ISO without zone. */
export interface Moment {
  readonly value: string;
  readonly text: string;
}

const secondsADay = 86_400;
/** 9999-12-31, the last day that a workbook knows. */
const lastSerial = 2_958_465;
const days1904 = 1462;

/**
 * The moment that a serial number stands for, or null when the calendar of workbooks ends before it.
 * Day 60 of the 1900 system is a 29 February that never was; the days before it are one off for its sake.
 */
export function momentOfSerial(
  serial: number,
  kind: NonNullable<NumberFormat['moment']>,
  date1904: boolean,
): Moment | null {
  const shifted = date1904 ? serial + days1904 : serial;
  if (!(serial >= 0 && shifted < lastSerial + 1)) return null;
  const seconds = Math.round(shifted * secondsADay);
  const day = Math.floor(seconds / secondsADay);
  const time = clock(seconds % secondsADay);
  if (kind === 'time' || (day === 0 && !date1904)) return { value: time, text: shortClock(time) };
  const civil = isoOfDay(day < 60 ? day + 1 : day);
  return kind === 'date'
    ? { value: civil, text: civil }
    : { value: `${civil}T${time}`, text: `${civil} ${shortClock(time)}` };
}

const isoOfDay = (day: number): string =>
  new Date(Date.UTC(1899, 11, 30) + day * secondsADay * 1000).toISOString().slice(0, 10);

const two = (n: number): string => String(n).padStart(2, '0');
const clock = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
const shortClock = (time: string): string => time.replace(/:00$/, '');

const iso = /^(\d{4}-\d{2}-\d{2})?(?:T?(\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** Reads the ISO 8601 text of a cell of type `d`; null when it is none. */
export function momentOfIso(raw: string, kind: NumberFormat['moment']): Moment | null {
  const match = iso.exec(raw.trim());
  const [, day, hours] = match ?? [];
  if (!day && !hours) return null;
  const time = hours && hours.length === 5 ? `${hours}:00` : hours;
  if (!day) return { value: time!, text: shortClock(time!) };
  if (!time || kind === 'date' || (kind === null && time === '00:00:00')) return { value: day, text: day };
  return { value: `${day}T${time}`, text: `${day} ${shortClock(time)}` };
}

/** The number of an ISO day in the calendar of the workbook; null for what is no day, or stands before that calendar. */
export function serialOfDay(day: string, date1904: boolean): number | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) return null;
  const civil = Math.round((time - Date.UTC(1899, 11, 30)) / (secondsADay * 1000));
  const serial = date1904 ? civil - days1904 : civil <= 60 ? civil - 1 : civil;
  return serial >= (date1904 ? 0 : 1) ? serial : null;
}

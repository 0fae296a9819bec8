import { dayInTaipei, formatRocDate, formatRocDateShort } from '../../sync/model/index.ts';

export type DateStyle = 'short' | 'long';

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Taipei', hour: '2-digit', minute: '2-digit' });

const isInstant = (value: string): boolean => value.length > 10;

const formats: Readonly<Record<DateStyle, (day: string) => string>> = {
  short: formatRocDateShort,
  long: formatRocDate,
};

/** A day or an instant as people read it: `114.06.30`, `114年6月30日`, instants with the time in Taipei. */
export function rocText(value: string, style: DateStyle = 'short', withTime = isInstant(value)): string {
  const day = isInstant(value) ? dayInTaipei(new Date(value)) : value;
  const text = formats[style](day);
  return withTime && isInstant(value) ? `${text} ${clock.format(new Date(value))}` : text;
}

/** The same in AD, for the hover: `2025-06-30 14:05`. */
export function adText(value: string): string {
  return isInstant(value) ? `${dayInTaipei(new Date(value))} ${clock.format(new Date(value))}` : value;
}

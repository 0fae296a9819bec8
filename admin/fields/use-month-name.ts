import { useCallback } from 'react';
import { useLocaleState } from 'react-admin';

const english = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });

/** What a month (1–12) is called where it stands with its unit or beside others: 6 in Chinese, Jun in English. */
export function useMonthName(): (month: number) => string {
  const [locale] = useLocaleState();
  return useCallback(
    month => (locale === 'en' ? english.format(Date.UTC(2000, month - 1, 1)) : String(month)),
    [locale],
  );
}

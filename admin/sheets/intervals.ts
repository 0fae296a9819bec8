import type { useTranslate } from 'react-admin';
import { sheetIntervals } from '../../sync/model/index.ts';

type Translate = ReturnType<typeof useTranslate>;

/** How often, in words; null is only when somebody asks. */
export const intervalText = (minutes: number | null, translate: Translate): string => {
  if (minutes === null) return translate('sheets.never');
  if (minutes % 1440 === 0) return translate('sheets.everyDays', { smart_count: minutes / 1440 });
  return minutes % 60 === 0
    ? translate('sheets.everyHours', { smart_count: minutes / 60 })
    : translate('sheets.everyMinutes', { smart_count: minutes });
};

export const intervalChoices = (translate: Translate) =>
  [null, ...sheetIntervals].map(minutes => ({ id: minutes ?? 0, name: intervalText(minutes, translate) }));

import { words } from './words.ts';

/** The small named fields and inputs. */
export const fields = words(
  {
    fields: {
      noDate: '未定',
      adDate: '西元 %{date}',
      dateHelp: '例如 114.6.30、114年6月30日、1140630',
      understood: '即 %{roc}（西元 %{ad}）',
      notADate: '看不懂這個日期，請依 114.6.30 的格式填寫',
      everyMonth: '每次查核均須填報',
      months: '查核月份',
      monthsHelp: '不勾選表示每次查核均須填報',
      month: '%{month} 月',
      and: '、',
      noUnit: '無',
      noUser: '未定',
      reason: '理由',
      reasonNeeded: '請填寫理由',
    },
  },
  {
    fields: {
      noDate: 'Not set',
      adDate: 'AD %{date}',
      dateHelp: 'For example 114.6.30, 114年6月30日, 1140630 or 2025-06-30',
      understood: 'That is %{roc} (AD %{ad})',
      notADate: 'This is not a date that can be read; write it like 114.6.30',
      everyMonth: 'Due in every check',
      months: 'Check months',
      monthsHelp: 'None ticked means due in every check',
      month: '%{month}',
      and: ', ',
      noUnit: 'None',
      noUser: 'Nobody yet',
      reason: 'Reason',
      reasonNeeded: 'Please give a reason',
    },
  },
);

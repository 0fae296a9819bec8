import { everybodysPassword } from '../support/index.ts';

/** The people of 青田區公所. */
export const cast = {
  administrator: { account: 'admin', name: '林管理', role: '系統管理者', unit: null },
  secretariat: { account: 'mishu', name: '張秘書', role: '秘書室', unit: '秘書室' },
  chief: { account: 'minzheng.chief', name: '李課長', role: '單位主管', unit: '民政課' },
  officer: { account: 'minzheng', name: '王小明', role: '承辦人', unit: '民政課' },
  otherChief: { account: 'shehui.chief', name: '趙課長', role: '單位主管', unit: '社會課' },
  otherOfficer: { account: 'shehui', name: '陳美玲', role: '承辦人', unit: '社會課' },
} as const;
export type Person = keyof typeof cast;

export const units = ['秘書室', '民政課', '社會課'] as const;
export const password = everybodysPassword;

export const steps = {
  counter: '盤點臨櫃業務，公告標準處理時間。',
  window: '設置高峰時段彈性窗口。',
  online: '檢討可線上申辦的項目。',
  petition: '陳情案件於六日內回復。',
  repeated: '彙整重複陳情案件並檢討原因。',
} as const;

export const planTitle = '青田區公所114年度提升服務品質執行計畫';

/** The year's plan as the office keeps it in Excel; nobody is named for the last step. */
export const planTable = {
  '一、便捷服務遞送，縮短等候時間': {
    '(一)改善臨櫃流程': [
      [`1.${steps.counter}`, '民政課', '6月、12月'],
      [`2.${steps.window}`, '民政課\n社會課', '6月'],
    ],
    '(二)擴充線上申辦': [[`1.${steps.online}`, '各課室', '']],
  },
  '二、重視民意，雙向溝通': {
    '(一)妥處陳情': [
      [`1.${steps.petition}`, '社會課', '114.06.30'],
      [`2.${steps.repeated}`, '', '6月'],
    ],
  },
} as const;

/** What is written about the steps, by whom and when. */
export const texts = {
  counter: '已盤點十二項臨櫃業務，並於五月十五日公告標準處理時間。',
  window: '六月起每週一加開彈性窗口。',
  windowRevised: '六月起每週一加開彈性窗口，共服務八十六人次。',
  windowMeanwhile: '六月起每週一、週五加開彈性窗口，共服務一百零二人次。',
  windowInExcel: '六月起每週一加開彈性窗口，共服務八十六人次，平均等候縮短四分鐘。',
  otherWindow: '社會課支援輪值，每週一人。',
  petition: '受理三十二件陳情，均於六日內回復。',
  repeatedByA: '彙整重複陳情七件，其中四件為路燈報修。',
  repeatedByB: '彙整重複陳情七件，已請經建課檢討路燈巡查路線。',
  remarksByB: '十二月請併附使用人次統計表。',
  reason: '請補上服務人次。',
} as const;

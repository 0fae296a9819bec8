import type { Result } from '../../model/index.ts';
import { parseResult } from '../../model/index.ts';

/**
 * Words of other bureaus' forms that mean one of our results and nothing else. Left out on purpose: 否, 不符合 and 未達標 may
 * be work in progress or none at all; 部分符合 is no progress; 解除列管, 持續列管 and 自行列管 are decisions about the tracking
 * of a finding, which are not the unit's to report.
 */
const words: Readonly<Record<Result, string>> = {
  done: '是 符合 符合規定 合格 已符合 已達標 達標 已改善 改善完成 已改善完成 已改善完畢 改善完畢 全部完成 如期完成 已如期完成 已結案 結案',
  ongoing: '改善中 持續改善 持續改善中 積極辦理中 賡續辦理 賡續辦理中 規劃中 籌辦中 研議中',
  notDone: '未改善 尚未改善 未著手辦理 完全未辦理',
  notApplicable: '本項不適用 無涉 無關 無此情形 無相關業務 免填 免予填報 非本機關業務 非本所業務',
};

const byWord = new Map(
  (Object.entries(words) as [Result, string][]).flatMap(([result, list]) =>
    list.split(' ').map(word => [word, result] as const),
  ),
);

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}。.,，、;；:：!！()（）]/gu, '');

/**
 * Which of our results a choice of any form means.
 * @returns null when it is blank, means none of them, or is another notion (a decision, a compliance that is not progress)
 */
export const resultOfChoice = (text: string): Result | null => parseResult(text) ?? byWord.get(plain(text)) ?? null;

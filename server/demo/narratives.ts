import type { Figure, ReportAnswers, Result } from '../../sync/model/index.ts';
import type { Chance } from './chance.ts';

/** What a step is about: its text up to the first mark. */
const topicOf = (text: string): string => text.split(/[，。；、]/)[0]!;

type Tell = (topic: string, chance: Chance) => string;

const opening: Readonly<Record<Result, readonly Tell[]>> = {
  done: [
    topic => `「${topic}」已依規劃辦理完竣，並將成果提報課務會議備查。`,
    (topic, c) => `本期完成「${topic}」共${c.between(2, 6)}場次，參與同仁與民眾反映良好。`,
    (topic, c) => `已於期限前完成「${topic}」，並更新相關資料${c.between(3, 18)}筆。`,
    topic => `「${topic}」已全數辦理，資料留存備查，執行上無窒礙。`,
  ],
  ongoing: [
    (topic, c) => `「${topic}」持續辦理中，目前完成約${c.between(4, 8)}成，餘下月底前完成。`,
    topic => `「${topic}」已完成前置作業，現正依期程推動。`,
    (topic, c) => `已召開${c.between(1, 3)}次協調會議研商「${topic}」，後續分工已確認。`,
  ],
  notDone: [
    topic => `「${topic}」因人力調整尚未啟動，已重新排定期程。`,
    topic => `「${topic}」須俟預算核撥後辦理，目前先行蒐集資料。`,
  ],
  notApplicable: [topic => `本課室無「${topic}」相關業務，本期不適用。`],
};

const detail: readonly Tell[] = [
  (_, c) => `另抽查案件${c.between(10, 40)}件，正確率${c.between(95, 100)}%。`,
  (_, c) => `滿意度調查回收${c.between(200, 260)}份，整體滿意度${c.between(86, 97)}.${c.between(0, 9)}%。`,
  () => '相關照片與會議紀錄如附件。',
  () => '民眾建議增設指引標示，已納入下期改善。',
  () => '後續由承辦人每月追蹤，並於主管會議報告。',
];

const causes = ['承辦人員異動，業務交接中。', '廠商交貨延遲。', '配合上級調整期程。', '雨季影響場地施作。'];
const remedies = ['增派人力支援，預定下月底前趕上。', '已函催並改採分批驗收。', '重新排定期程，每週追蹤一次。'];
const figureNames: readonly Pick<Figure, 'name' | 'unit'>[] = [
  { name: '辦理場次', unit: '場' },
  { name: '受理件數', unit: '件' },
  { name: '參與人數', unit: '人' },
];

/** A report's answers, told as officers tell them. */
export function sampleAnswers(stepText: string, result: Result, chance: Chance): Partial<ReportAnswers> {
  const topic = topicOf(stepText);
  const sentences = [chance.pick(opening[result])(topic, chance)];
  if (result === 'done' || result === 'ongoing') {
    sentences.push(chance.pick(detail)(topic, chance));
    if (chance.happens(0.3)) sentences.push(chance.pick(detail)(topic, chance));
  }
  const plannedProgress = result === 'notApplicable' ? null : result === 'done' ? 100 : chance.between(50, 80);
  const lag = result === 'notDone' ? chance.between(30, 50) : chance.happens(0.3) ? chance.between(5, 25) : 0;
  const actualProgress = plannedProgress === null ? null : result === 'done' ? 100 : Math.max(0, plannedProgress - lag);
  const late = plannedProgress !== null && actualProgress !== null && plannedProgress - actualProgress > 0;
  return {
    result,
    narrative: [...new Set(sentences)].join('\n'),
    figures: chance.happens(0.25) ? [{ ...chance.pick(figureNames), value: chance.between(1, 320) }] : [],
    plannedProgress,
    actualProgress,
    delayCause: late ? chance.pick(causes) : '',
    remedy: late ? chance.pick(remedies) : '',
  };
}

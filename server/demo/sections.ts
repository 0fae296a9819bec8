import type { PlanSections } from '../../sync/model/index.ts';
import type { Founded } from './founding.ts';

/** What an office's plan says before and after its table. */
export function sampleSections({ agency, units }: Founded): PlanSections {
  const office = agency.name.slice(-5);
  return {
    basis: ['清川市政府提升服務品質實施計畫。', `${office}年度施政重點與上年度民眾意見檢討結果。`],
    goals: [
      '縮短民眾洽公與等候的時間，流程一看就懂。',
      '擴充線上申辦，讓民眾少跑一趟。',
      '民眾的意見件件有回應，並用來改善服務。',
    ],
    scope: `${office}各課室及里辦公處全體同仁。`,
    reviews: [
      {
        kind: 'routine',
        text: '平時查核：各課室按月自我檢視，於主管會報提出待改善事項。',
        months: [],
        nextYear: false,
        submitTo: [],
        forms: [],
      },
      {
        kind: 'annual',
        text: '年度查核：各課室於6月及12月填報自行檢核表，由秘書室彙整後陳核，並於次年1月提送民政局。',
        months: [6, 12, 1],
        nextYear: true,
        submitTo: ['秘書室', '民政局'],
        forms: ['自行檢核表'],
      },
    ],
    taskForce: [
      { title: '召集人', member: '區長', duty: '綜理計畫推動', remarks: '' },
      { title: '副召集人', member: '主任秘書', duty: '襄助召集人並主持檢討會議', remarks: '' },
      ...units.map(unit => ({
        title: '委員',
        member: `${unit.name}主管`,
        duty: `督導${unit.name}的執行步驟`,
        remarks: '',
      })),
    ],
    closing: '本計畫經首長核定後實施；未盡事宜，隨時補充修正。',
  };
}

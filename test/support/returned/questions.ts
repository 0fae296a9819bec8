/** The questions of a self-check form, in our own words: two levels above each, and a step that some others repeat. */
export interface Question {
  readonly item: string;
  readonly keyPoint: string;
  readonly step: string;
  readonly unit: string;
}

const items = [
  '健全櫃檯服務基礎',
  '便民措施與流程簡化',
  '推動線上申辦服務',
  '強化服務人員知能',
  '擴大意見回饋管道',
  '關懷特殊需求民眾',
];
const keyPoints = ['落實人力調度', '改善環境設施'];
const steps = [
  '訂定輪值與代理規定並公告周知',
  '盤點現有作業並提出可簡化的環節',
  '設置引導標示與諮詢窗口',
  '辦理教育訓練並留存簽到紀錄',
  '每季召開檢討會議並留存紀錄',
];
const units = ['民政課', '社會課', '秘書室', '建設課', '人文課'];

/** One of 60 places of the form. */
export const questions: readonly Question[] = items.flatMap((item, i) =>
  keyPoints.flatMap((keyPoint, k) =>
    steps.map((step, s) => ({
      item: `${'一二三四五六'[i]}、${item}`,
      keyPoint: `(${'一二'[k]})${keyPoint}`,
      // The meeting of each season comes in every key point: its title tells nothing by itself.
      step: `${s + 1}.${s === 4 ? step : `${step}（${item.slice(0, 4)}之${keyPoint.slice(-2)}第${s + 1}款）`}`,
      unit: units[(i + s) % units.length]!,
    })),
  ),
);

export interface Answered {
  readonly result: string;
  readonly narrative: string;
  readonly evidence: string;
  readonly selfScore: number | null;
  readonly remarks: string;
}

export const resultChoices = ['已完成', '辦理中', '未辦理', '不適用'] as const;
const deeds = ['已完成盤點並公告', '已召開說明會二場', '持續派員輪值服務', '已更新申辦須知與範例', '刻正辦理採購作業'];

/** What an agency answers: the same agency and question always say the same. */
export function answerOf(agency: number, question: number): Answered {
  const seed = agency * 7919 + question * 104_729;
  const result = seed % 11 === 0 ? '' : resultChoices[[0, 0, 0, 1, 1, 2, 3][seed % 7]!]!;
  const said = `${deeds[seed % deeds.length]}，參加人數 ${(seed % 83) + 5} 人，滿意度 ${80 + (seed % 20)}%。`;
  return {
    result,
    narrative: result === '' ? '' : `${said}${seed % 3 === 0 ? `\n後續於第${(seed % 4) + 1}季追蹤成效。` : ''}`,
    evidence: seed % 2 === 0 ? `會議紀錄${seed % 40}.pdf` : '',
    selfScore: result === '' ? null : (seed % 5) + 1,
    remarks: seed % 9 === 0 ? '=SUM(A1:A9) 之欄位由本所自行填列' : '',
  };
}

const first = [...'清和永安光明東西南北中正新豐福祥玉金銀石林山川泉溪湖海雲月星晨曦'];
const second = [...'河平寧康輝德昌隆盛泰瑞華美善信義仁愛智勇興旺達通廣順利吉慶樂'];
const kinds = ['鄉', '鎮', '區', '市'];

/** Names of agencies that are nobody's; all different for the first few thousand. */
export function agencyNamed(n: number): string {
  const kind = kinds[Math.floor(n / (first.length * second.length)) % kinds.length]!;
  const [a, b] = [first[n % first.length]!, second[Math.floor(n / first.length) % second.length]!];
  return `青嵐縣${a}${b}${kind}公所`;
}

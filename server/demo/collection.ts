import { setTimeout as pause } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { fillForm } from '../../sync/form/fill/index.ts';
import {
  type CollectedRow,
  type Collection,
  type CollectionFile,
  type DeliveryAnswer,
  dayInTaipei,
  type EditionAnswer,
  type Finding,
  type Recipient,
  type Roster,
  type RowFill,
  type TemplateDetail,
} from '../../sync/model/index.ts';
import { type AskedQuestion, collectionForm, formFirstRow, formSheet } from './collection-form.ts';
import { type Desk, seat } from './desk.ts';
import type { Founded } from './founding.ts';
import type { Stage } from './year.ts';

const questions: readonly AskedQuestion[] = [
  { item: '一、提升服務品質', text: '訂定臨櫃業務作業手冊，並每半年檢視一次' },
  { item: '一、提升服務品質', text: '辦理電話禮貌測試，並將結果通知受測同仁' },
  { item: '一、提升服務品質', text: '洽公環境每日巡檢並留存紀錄' },
  { item: '二、便捷服務遞送', text: '擴大單一窗口範圍，減少應附書證謄本' },
  { item: '二、便捷服務遞送', text: '提高申請案件線上申辦比率' },
  { item: '三、照顧特殊需要', text: '提供高齡、身心障礙與新住民合適的服務措施' },
  { item: '三、照顧特殊需要', text: '於交通不便地區設置巡迴服務據點' },
  { item: '四、傾聽民眾意見', text: '辦理滿意度調查，並公布改善情形' },
];

/** One question was put more exactly, and one is new. */
const revised: readonly AskedQuestion[] = [
  ...questions.slice(0, 7),
  { item: '四、傾聽民眾意見', text: '每年辦理滿意度調查，並於網站公布改善情形' },
  { item: '四、傾聽民眾意見', text: '設定民眾反映事項的處理時限並列管逾期案件' },
];

const said: readonly Omit<RowFill, 'row'>[] = [
  {
    result: '已完成',
    narrative: '手冊已於三月及九月檢視，修正戶籍與役政兩章。',
    evidence: ['檢視紀錄二份'],
    selfScore: 9,
  },
  {
    result: '已完成',
    narrative: '每季抽測十二通，平均九十一分，結果已逐一回饋。',
    evidence: ['測試成績表'],
    selfScore: 9,
  },
  { result: '辦理中', narrative: '巡檢表已改為電子填報，九月起試行。', selfScore: 7 },
  { result: '已完成', narrative: '單一窗口新增六項服務，共減少四種謄本。', evidence: ['公告一份'], selfScore: 8 },
  { result: '辦理中', narrative: '線上申辦比率由三成一提高為四成四，目標五成。', selfScore: 7 },
  {
    result: '已完成',
    narrative: '櫃檯設置愛心鈴與多語說明卡，並培訓志工八名。',
    evidence: ['培訓簽到表'],
    selfScore: 9,
  },
  { result: '不適用', narrative: '轄內無交通不便地區。' },
  {
    result: '已完成',
    narrative: '六月辦理問卷三百份，滿意度九成二，改善情形已公布。',
    evidence: ['調查報告'],
    selfScore: 9,
  },
  { result: '辦理中', narrative: '時限已訂為七日，逾期案件自十月起列管。', selfScore: 6 },
];

type Said = readonly Omit<RowFill, 'row'>[];

/** Writes answers as an agency does in Excel; all else of its workbook stays as it is. */
function filled(bytes: Uint8Array, name: string, answers: Said): Uint8Array {
  const rows = answers.map((answer, n) => ({ row: formFirstRow + n, ...answer }));
  const made = fillForm(bytes, name, null, { sheets: [{ name: formSheet, rows }] });
  if (!made.ok) throw new Error(made.issue.message);
  return made.bytes;
}

/** Puts a formula where an answer belongs, and saves it with a program that drops the ids. */
async function reckoned(bytes: Uint8Array): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  book.getWorksheet(formSheet)!.getCell(`D${formFirstRow + 2}`).value = {
    formula: '"已巡檢"&118&"次"',
    result: '已巡檢118次',
  };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Waits for what the server does beside requests. */
async function until(done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (await done()) return;
    await pause(25);
  }
  throw new Error('the work in the background does not end');
}

/**
 * The bureau collects a form of its own from its four offices: one office is in and reviewed, one returned something doubtful, one
 * an earlier edition, and one is late. The next collection is a draft.
 */
export async function collectForms(
  { running, calendar, goTo }: Stage,
  bureau: Founded,
  offices: readonly Founded[],
): Promise<void> {
  const secretariat = await secretariatOf(running, bureau);
  const title = `${bureau.agency.name}${calendar.year}年度為民服務自我檢核表`;
  goTo(calendar.daysAgo(30));
  const template = await templateOf(secretariat, `${title}.xlsx`, await collectionForm(title, questions));
  const made = await secretariat.post<Collection>('/api/collections', {
    name: `${calendar.year}年度為民服務自我檢核`,
    templateId: template.id,
    dueDate: dayInTaipei(calendar.daysAgo(2)),
    instructions: '請依年度計畫執行情形逐項填寫，辦理情形請敘明具體數據；佐證資料請註明名稱，正本由各機關自行保存。',
    previousId: null,
    agencyIds: offices.map(({ agency }) => agency.id),
  });
  const first = await secretariat.post<Collection>(`/api/collections/${made.id}/open`, { version: made.version });
  await workbooksMade(secretariat, first);
  const early = await workbooks(secretariat, first);

  goTo(calendar.daysAgo(20));
  const second = await templateOf(secretariat, `${title}（修正版）.xlsx`, await collectionForm(title, revised));
  await secretariat.post<EditionAnswer>(`/api/collections/${first.id}/editions`, {
    version: first.version,
    templateId: second.id,
  });
  await workbooksMade(secretariat, first);
  const late = await workbooks(secretariat, first);

  goTo(calendar.daysAgo(6));
  const [complete, doubtful, earlier] = offices;
  const come = [
    { office: complete!, bytes: filled(late.get(complete!.agency.id)!, title, said) },
    {
      office: doubtful!,
      bytes: await reckoned(filled(late.get(doubtful!.agency.id)!, title, said.slice(0, 6))),
    },
    { office: earlier!, bytes: filled(early.get(earlier!.agency.id)!, title, said.slice(0, 8)) },
  ];
  for (const { office, bytes } of come) {
    const name = `${office.agency.name}_自我檢核表.xlsx`;
    await secretariat.upload<DeliveryAnswer>(`/api/collections/${first.id}/deliveries`, { name, bytes });
  }
  await filesRead(secretariat, first);
  await secretariat.post(`/api/collections/${first.id}/apply`, {});
  await review(secretariat, first, complete!);
  goTo(calendar.daysAgo(1));
  await secretariat.post(`/api/collections/${first.id}/chase`, {});
  await secretariat.post<Collection>('/api/collections', {
    name: `${calendar.year + 1}年度為民服務自我檢核`,
    templateId: second.id,
    dueDate: dayInTaipei(calendar.daysAgo(-150)),
    instructions: '',
    previousId: first.id,
    agencyIds: offices.map(({ agency }) => agency.id),
  });
}

async function secretariatOf(running: Stage['running'], bureau: Founded): Promise<Desk> {
  return seat(running, [...bureau.people.values()].find(({ role }) => role === 'secretariat')!.id);
}

const templateOf = (desk: Desk, name: string, bytes: Uint8Array): Promise<TemplateDetail> =>
  desk.upload<TemplateDetail>('/api/templates', { name, bytes });

const recipientsOf = (desk: Desk, { id }: Collection): Promise<readonly Recipient[]> =>
  desk.get<readonly Recipient[]>(`/api/recipients?collectionId=${id}&_sort=id&_limit=100`);

const workbooksMade = (desk: Desk, { id }: Collection): Promise<void> =>
  until(async () => (await desk.get<Roster>(`/api/collections/${id}/roster`)).making === 0);

const filesRead = (desk: Desk, { id }: Collection): Promise<void> =>
  until(async () => {
    const waiting = await desk.get<readonly CollectionFile[]>(`/api/collectionFiles?collectionId=${id}&state=waiting`);
    return waiting.length === 0;
  });

/** The workbooks as they stand, by agency. */
async function workbooks(desk: Desk, collection: Collection): Promise<ReadonlyMap<string, Uint8Array>> {
  const all = new Map<string, Uint8Array>();
  for (const { id, agencyId } of await recipientsOf(desk, collection))
    all.set(agencyId, new Uint8Array(await desk.download(`/api/recipients/${id}/workbook`)));
  return all;
}

/** The bureau has begun to review: scores and remarks, and one finding. */
async function review(desk: Desk, collection: Collection, office: Founded): Promise<void> {
  const recipient = (await recipientsOf(desk, collection)).find(({ agencyId }) => agencyId === office.agency.id)!;
  const rows = await desk.get<readonly CollectedRow[]>(
    `/api/collectedRows?recipientId=${recipient.id}&_sort=id&_limit=100`,
  );
  for (const row of rows.slice(0, 5)) {
    const score = Number(row.accepted.selfScore ?? 8) - (row.accepted.result === 'ongoing' ? 1 : 0);
    await desk.patch(`/api/collectedRows/${row.id}`, {
      version: row.version,
      first: { score, remarks: score >= 8 ? '佐證完整。' : '請補充各月辦理數據。' },
    });
  }
  const [, , weak] = rows;
  if (weak)
    await desk.post<Finding>('/api/findings', {
      collectedRowId: weak.id,
      title: '洽公環境巡檢紀錄不完整',
      text: '抽查八月份紀錄，缺漏六日，請說明原因並提出改善措施。',
      dueDate: null,
    });
}

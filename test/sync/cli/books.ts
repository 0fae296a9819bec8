import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { allCommands } from '../../../sync/cli/commands.ts';
import { type Ended, runCommand } from '../../../sync/cli/run.ts';

const commands = await allCommands();

export const heads = [
  '執行要項',
  '執行重點',
  '執行步驟',
  '執行單位',
  '查核期限',
  '檢核結果',
  '辦理情形',
  '佐證資料',
  '備註',
];

/** A step and what has been answered to it. */
export interface Step {
  readonly item: string;
  readonly keyPoint: string;
  readonly step: string;
  readonly unit: string;
  readonly narrative?: string;
  readonly evidence?: string;
}

export const steps: readonly Step[] = [
  { item: '一、便捷洽公', keyPoint: '(一)單一窗口', step: '1.設置綜合受理櫃檯並公告服務項目', unit: '民政課' },
  { item: '一、便捷洽公', keyPoint: '(一)單一窗口', step: '2.檢討各項申辦作業時限', unit: '各課室' },
  { item: '一、便捷洽公', keyPoint: '(二)電話禮貌', step: '1.每月抽測各單位電話禮貌並公布結果', unit: '秘書室' },
  { item: '二、公開資訊', keyPoint: '(一)網站維護', step: '1.每週檢視網站連結與內容正確性', unit: '秘書室' },
  { item: '二、公開資訊', keyPoint: '(二)資料開放', step: '1.提供開放資料集供民眾下載運用', unit: '社會課' },
];

/** A self-check form as an agency might have drawn it. */
export async function bookOf(rows: readonly Step[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('自行檢核表');
  sheet.addRow(['清川市青田區公所114年度服務精進計畫自行檢核表']);
  sheet.addRow(['填報機關：清川市青田區公所', '', '', '', '查核期間：114年1月至6月']);
  sheet.addRow(heads);
  for (const { item, keyPoint, step, unit, narrative = '', evidence = '' } of rows)
    sheet.addRow([item, keyPoint, step, unit, '6月', '□已完成\n□辦理中\n□未辦理', narrative, evidence, '']);
  sheet.mergeCells('A1:I1');
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A folder for the files of one test file. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), 'guankao-cli-'));
  return {
    path,
    at: (name: string) => join(path, name),
    put: (name: string, content: Uint8Array | string): string => {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** What a command line answers, without a process of its own. */
export const guankao = (...args: readonly string[]): Promise<Ended> =>
  runCommand(commands, args, { env: {}, width: 100, version: '1.2.3' });

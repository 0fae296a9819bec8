import type { Operand } from '../command.ts';
import { words } from '../words.ts';

const readable = '.docx .odt .pdf .txt .xlsx .ods';

export const document: Operand = {
  name: 'FILE',
  about: words(`計畫文件（${readable}）`, `a plan document (${readable})`),
};

/** A plan in any form that is understood. */
export const anyPlan = (name: string, zh: string, en: string): Operand => ({
  name,
  about: words(`${zh}（${readable} 或 plan read --json 的輸出 .json）`, `${en} (${readable}, or .json from plan read)`),
});

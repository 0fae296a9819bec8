import type { Command } from '../command.ts';
import { words } from '../words.ts';
import { hasError, issueLine } from './issues.ts';
import { loadPlan } from './load.ts';
import { document } from './operands.ts';
import { planLines } from './tree.ts';

export const planRead: Command = {
  name: 'plan read',
  about: words('讀出計畫文件的內容', 'read a plan out of a document'),
  operands: [document],
  options: {},
  async run({ operands: [path = ''], locale, width }) {
    const { plan, issues } = await loadPlan(path);
    const told = issues.map(issue => issueLine(issue, locale));
    return {
      json: { plan, issues },
      text: [...planLines(plan, locale, width), ...(told.length > 0 ? ['', ...told] : [])],
      issues: issues.filter(({ severity }) => severity === 'error'),
      failed: hasError(issues),
    };
  },
};

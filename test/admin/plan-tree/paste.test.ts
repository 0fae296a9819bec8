import { describe, expect, it } from 'vitest';
import { countNodes, nodesFromClipboard } from '../../../admin/plan-tree/outline/index.ts';
import type { PlanNode } from '../../../sync/model/index.ts';

const units = new Set(['民政課', '社會課', '秘書室']);
const read = (...lines: readonly string[]) => nodesFromClipboard(lines.join('\r\n'), name => units.has(name));
const brief = (nodes: readonly PlanNode[], indent = ''): string =>
  nodes.map(node => `${indent}${node.label ?? '-'} ${node.text}\n${brief(node.children, `${indent}  `)}`).join('');

describe('rows pasted from a spreadsheet', () => {
  it('takes text columns from left to right for levels, blank cells for merged ones', () => {
    const nodes = read(
      '一、臨櫃服務\t(一)標示\t1.更新櫃檯標示\t民政課\t6月、12月',
      '\t\t2.設置引導員\t"民政課\n社會課"\t12月',
      '\t(二)動線\t1.檢視動線\t各課室\t',
    );
    expect(brief(nodes)).toBe(
      '一 臨櫃服務\n  (一) 標示\n    1 更新櫃檯標示\n    2 設置引導員\n  (二) 動線\n    1 檢視動線\n',
    );
    const steps = nodes[0]!.children.flatMap(keyPoint => keyPoint.children);
    expect(steps.map(step => step.units)).toEqual([['民政課'], ['民政課', '社會課'], ['各課室']]);
    expect(steps.map(step => step.checkMonths)).toEqual([[6, 12], [12], []]);
    expect(nodes[0]!.units).toEqual([]);
  });
  it('reads headings and leaves unknown columns alone', () => {
    const nodes = read('項次\t執行步驟\t主辦單位\t備註\t經費', '1\t每季抽查\t不在名冊的小組\t另函通知\t5000');
    expect(nodes).toEqual([
      {
        label: '1',
        text: '每季抽查',
        units: ['不在名冊的小組'],
        checkMonths: [],
        cadence: ['每季'],
        remarks: '另函通知',
        children: [],
      },
    ]);
  });
  it('nests plain lines by their numbering', () => {
    expect(brief(read('一、便民', '(一)線上申辦', '1.開放預約', '補充說明', '(二)電話', '二、溝通'))).toBe(
      '一 便民\n  (一) 線上申辦\n    1 開放預約\n    - 補充說明\n  (二) 電話\n二 溝通\n',
    );
  });
  it('keeps every cell that holds text, whatever it looks like', () => {
    expect(countNodes(read('民政課', '社會課'))).toBe(2);
    expect(brief(read('他說"不行"的事項'))).toBe('- 他說"不行"的事項\n');
    expect(read('', '\t\t')).toEqual([]);
  });
  it('does not count 不定期 as 定期 too', () => {
    expect(read('不定期抽查，每月彙整')[0]!.cadence).toEqual(['不定期', '每月']);
  });
});

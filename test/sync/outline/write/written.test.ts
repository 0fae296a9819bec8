import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../../../sync/model/index.ts';
import { readPlan } from '../../../../sync/outline/index.ts';
import { planFormats, writePlan } from '../../../../sync/outline/write/index.ts';
import { readWorkbook } from '../../../../sync/sheet/index.ts';
import { nodeOf } from '../../../support/plan-node.ts';
import { samplePlan } from './samples.ts';

async function part(format: 'docx' | 'odt', name: string, options = {}): Promise<string> {
  const file = unzipSync(await writePlan(samplePlan, format, options))[name];
  if (!file) throw new Error(`${name} is missing`);
  return strFromU8(file);
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/** Width and height in mm, from twentieths of a point. */
function paperOf(xml: string): readonly (string | undefined)[] {
  const [, width, height, way] = /<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="(\w+)"/.exec(xml) ?? [];
  return [...[width, height].map(length => (Number(length) / 56.693).toFixed(0)), way];
}

describe.each(planFormats)('a plan as .%s', format => {
  it('is the same file whenever it is written', async () => {
    expect(Buffer.compare(await writePlan(samplePlan, format), await writePlan(samplePlan, format))).toBe(0);
  });
});

describe('a plan as .docx', () => {
  it('merges items and key points downward and repeats the header', async () => {
    const xml = await part('docx', 'word/document.xml');
    expect(count(xml, /<w:vMerge w:val="restart"\/>/g)).toBe(2);
    expect(count(xml, /<w:vMerge w:val="continue"\/>/g)).toBe(3);
    expect(count(xml, /<w:tblHeader\/>/g)).toBe(2);
  });

  it('is set upright in official type, and numbers its pages', async () => {
    expect(await part('docx', 'word/styles.xml')).toContain('w:eastAsia="標楷體"');
    expect(paperOf(await part('docx', 'word/document.xml'))).toEqual(['210', '297', 'portrait']);
    expect(await part('docx', 'word/footer1.xml')).toMatch(/PAGE[\s\S]*NUMPAGES/);
  });

  it('leaves out columns that nothing stands in, unless asked', async () => {
    const bare = await part('docx', 'word/document.xml');
    expect(bare).toContain('執行單位');
    expect(bare).not.toMatch(/查核期限|備註/);
    const whole = await part('docx', 'word/document.xml', { emptyColumns: true });
    expect(whole).toMatch(/查核期限[\s\S]*備註/);
    expect(paperOf(whole)).toEqual(['297', '210', 'landscape']);
  });

  it('sets what stands below a step in its cell, each on its line and further in', async () => {
    const xml = await part('docx', 'word/document.xml');
    const indents = ['1.設置綜合', '(1)公告', '①張貼', '(2)備妥'].map(text => {
      const before = xml.slice(0, xml.indexOf(text));
      return Number(/w:left="(\d+)"/.exec(before.slice(before.lastIndexOf('<w:p>')))?.[1]);
    });
    expect(indents[0]).toBeLessThan(indents[1]!);
    expect(indents[1]).toBeLessThan(indents[2]!);
    expect(indents[3]).toBe(indents[1]);
  });
});

describe('a plan as .odt', () => {
  it('merges items and key points downward and repeats the header', async () => {
    const xml = await part('odt', 'content.xml');
    expect([...xml.matchAll(/number-rows-spanned="(\d+)"/g)].map(([, rows]) => rows)).toEqual(['3', '2']);
    expect(count(xml, /<table:covered-table-cell\/>/g)).toBe(3);
    expect(count(xml, /<table:table-header-rows>/g)).toBe(2);
    expect(count(xml, /<table:table-column /g)).toBe(8);
  });

  it('names its kind first and uncompressed, as OpenDocument demands', async () => {
    const bytes = await writePlan(samplePlan, 'odt');
    expect(strFromU8(bytes.subarray(30, 38 + 'application/vnd.oasis.opendocument.text'.length))).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.text',
    );
  });

  it('has sections as headings and says by which letter it was issued', async () => {
    const xml = await part('odt', 'content.xml');
    const headings = [...xml.matchAll(/<text:h [^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(headings).toEqual([
      '壹、計畫依據',
      '貳、計畫目標',
      '參、實施對象',
      '肆、計畫內容',
      '伍、推動及管考',
      '陸、其他',
    ]);
    expect(xml).toContain('115年1月15日青區秘字第1150000123號函');
  });
});

describe.each(['xlsx', 'ods'] as const)('a plan as .%s', format => {
  it('has its table on the first sheet, the header kept in sight, and the rest on sheets of their own', async () => {
    const read = readWorkbook(await writePlan(samplePlan, format), `計畫.${format}`);
    if (!read.ok) throw new Error(read.issue.message);
    const [table, group, text] = read.workbook.sheets;
    expect(read.workbook.sheets.map(({ name }) => name)).toEqual(['執行計畫', '編組表', '計畫說明']);
    expect(group?.rows.length).toBe(3);
    expect(text?.rows.length).toBe(11);
    expect(table?.merges).toEqual(
      expect.arrayContaining([
        { top: 4, left: 1, bottom: 6, right: 1 },
        { top: 4, left: 2, bottom: 5, right: 2 },
      ]),
    );
  });
});

describe.each([
  ['xlsx', 'xl/worksheets/sheet1.xml', /<row [^>]*customHeight="1"/g],
  ['ods', 'content.xml', /style:use-optimal-row-height="false"/g],
] as const)('a plan as .%s', (format, name, fixed) => {
  const long = nodeOf('一', '提供民眾諮詢服務，'.repeat(8), {
    children: [1, 2].map(n => nodeOf(`(${n})`, '設置諮詢服務窗口', { units: ['民政課'] })),
  });
  const sheet = async (items: PlanDocument['items']) =>
    strFromU8(unzipSync(await writePlan({ ...samplePlan, items }, format))[name]!);

  // A program that fits rows anew would look at their own texts alone.
  it('keeps rows as high as what is merged over them, and lets others grow', async () => {
    expect(count(await sheet(samplePlan.items), fixed)).toBe(0);
    expect(count(await sheet([long]), fixed)).toBeGreaterThan(0);
  });
});

describe.each(planFormats)('an odd plan as .%s', format => {
  const read = async (plan: PlanDocument) => readPlan(await writePlan(plan, format), `計畫.${format}`);

  it('keeps signs that mean something to programs, and loses what nobody sees', async () => {
    const odd = '＝1+1，=SUM(A1)，<b>&amp;"𠮷"。';
    const back = await read({ ...samplePlan, title: `${samplePlan.title}\u0007`, scope: `${odd}\u0000` });
    expect(back.plan).toEqual({ ...samplePlan, scope: odd });
  });

  it('has rows enough for a step that no cell could hold', async () => {
    const text = `${'檢討申辦流程並公告，'.repeat(700)}。`;
    const subs = Array.from({ length: 8 }, (_, i) => nodeOf(`(${i + 1})`, text));
    const step = nodeOf('1', '長步驟。', { units: ['秘書室'], children: subs });
    const items = [nodeOf('一', '要項', { children: [nodeOf('(一)', '重點', { children: [step] })] })];
    expect((await read({ ...samplePlan, items })).plan?.items).toEqual(items);
  });

  it('without any item says so when it is read', async () => {
    const back = await read({ ...samplePlan, items: [] });
    expect(back.issues.map(({ severity }) => severity)).toContain('error');
    expect(back.plan).toMatchObject({ items: [] });
  });
});

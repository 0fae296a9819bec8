import type { PlanDocument, PlanNode } from '../../../sync/model/index.ts';
import { readPlan } from '../../../sync/outline/index.ts';
import { writePlan } from '../../../sync/outline/write/index.ts';
import { defaultLimits } from '../../../sync/sheet/index.ts';
import { findSoffice } from '../../../sync/sheet/libreoffice/index.ts';
import { runOffice } from '../../../sync/sheet/libreoffice/office.ts';
import { nodeOf } from '../../support/plan-node.ts';
import { type Measure, repeat } from '../measure.ts';

const han = '一二三四五六七八九';
const perKeyPoint = 5;
const keyPoints = 4;

/** A plan of so many steps, each with two lines below it, as agencies' plans have on average. */
function planOf(steps: number): PlanDocument {
  const stepOf = (n: number): PlanNode =>
    nodeOf(`${(n % perKeyPoint) + 1}`, `盤點第${n + 1}項業務的申辦流程，訂定標準作業程序並公告於機關網站。`, {
      units: ['民政課', '社會課'],
      checkMonths: [6, 12],
      children: [nodeOf('(1)', '訂定處理時限並檢討。'), nodeOf('(2)', '彙整民眾意見並改善。')],
    });
  const items = Array.from({ length: Math.ceil(steps / perKeyPoint / keyPoints) }, (_, i) =>
    nodeOf(han[i % 9]!, `精進第${i + 1}類服務`, {
      children: Array.from({ length: keyPoints }, (_, k) =>
        nodeOf(`(${han[k]!})`, `第${k + 1}項重點工作`, {
          children: Array.from({ length: perKeyPoint }, (_, s) => stepOf((i * keyPoints + k) * perKeyPoint + s)),
        }),
      ),
    }),
  );
  return {
    title: '青田區公所115年度提升服務實施計畫',
    agency: '青田區公所',
    year: 115,
    document: null,
    basis: ['清川市政府提升服務實施計畫。'],
    goals: ['提供便捷服務。'],
    scope: '本所各課室。',
    items,
    reviews: [],
    taskForce: [],
    closing: '',
  };
}

/** LibreOffice turning the very file into plain text, or nothing where it cannot: what it takes to understand a plan comes on top. */
async function byLibreOffice(bytes: Uint8Array): Promise<Pick<Measure, 'perSecond' | 'p50' | 'p99'> | null> {
  const soffice = findSoffice();
  const convert = () =>
    runOffice(soffice!, {
      bytes,
      from: 'docx',
      to: 'txt',
      filter: 'Text (encoded):UTF8',
      timeMs: 120_000,
      limits: defaultLimits,
    });
  return soffice !== null && (await convert()) instanceof Uint8Array ? repeat(2, convert) : null;
}

async function measured(steps: number, times: number): Promise<readonly Measure[]> {
  const bytes = await writePlan(planOf(steps), 'docx');
  const what = `read a .docx plan of ${steps} steps`;
  const perSecond = ({ perSecond: files = 0 }: Pick<Measure, 'perSecond'>): string =>
    `${Math.round(files * steps)} steps a second`;
  const ours = await repeat(times, () => readPlan(bytes, 'plan.docx'));
  const theirs = await byLibreOffice(bytes);
  return [
    { what, who: 'Guankao', note: `${perSecond(ours)}; ${Math.round(bytes.length / 1024)} kB`, ...ours },
    ...(theirs ? [{ what, who: 'LibreOffice', note: `${perSecond(theirs)}; only to text`, ...theirs }] : []),
  ];
}

/** Reading Word documents, in steps a second. */
export async function readSteps(): Promise<readonly Measure[]> {
  const measures = [...(await measured(60, 20)), ...(await measured(600, 5))];
  if (!measures.some(({ who }) => who === 'LibreOffice'))
    process.stderr.write('LibreOffice is left out: none here opens .docx.\n');
  return measures;
}

import fc from 'fast-check';
import {
  cadences,
  cadencesIn,
  type MarkKind,
  markLabel,
  type PlanDocument,
  type PlanNode,
  type PlanReview,
} from '../../../../sync/model/index.ts';

/**
 * Plans as they may come out of the system, for writing and reading back. Left out, by name, is what no document can tell:
 *
 * - texts with line breaks, runs of blanks or blanks at an end: on paper a line that wrapped looks the same;
 * - texts that begin with a numbering mark, or hold the next one of their siblings behind a full stop: they would be numbered;
 * - labels that skip a number: a reader takes an unnumbered text before such a gap for the one that lost its number;
 * - unnumbered texts below a step, which stand in its cell like the lines of its own text, and unnumbered texts behind numbered
 *   ones, which look like the end of the one before;
 * - unnumbered neighbours of the same text, which look like one heading printed again;
 * - texts without a full stop before an unnumbered step that has nothing beside it, which looks like their end;
 * - units, months and remarks beside what stands below an unnumbered step: its row would look like the next step;
 * - cadence words that stand neither in the text nor beside it;
 * - a year or an agency other than the title's, when the title names one.
 */

const phrases = [
  '提供民眾諮詢服務',
  '於網站公開 SOP 與申辦流程',
  '每月檢視「常見問答」',
  '推動「一站式」服務（含線上預約）',
  '3樓設置親子空間',
  '114年滿意度達 90% 以上',
  'Q&A <即時> "更新"',
  '不定期抽測電話禮貌',
  '𠮷野里關懷據點',
  '適時檢討：減章、減紙',
  '提供 e 化服務(APP)',
  '1.5公里內設據點',
  '壹級單位配合辦理',
] as const;
const phrase = fc.constantFrom(...phrases);

/** One to three phrases, sometimes under a short heading of their own, sometimes longer than a page. */
const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.array(phrase, { minLength: 1, maxLength: 3 }).map(list => `${list.join('，')}。`) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('訂定作業流程', '服務設施合宜'), phrase).map(pair => `${pair.join(' ')}。`),
  },
  { weight: 1, arbitrary: phrase },
  { weight: 1, arbitrary: phrase.map(each => `${Array.from({ length: 40 }, () => each).join('，')}。`) },
);

const unitNames = ['民政課', '社會課', '秘書室', '役政災防課', '各課室', '全所各課', '人事室', '會計室'] as const;
const units = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 2, arbitrary: fc.uniqueArray(fc.constantFrom(...unitNames), { minLength: 1, maxLength: 3 }) },
);
const months = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }) },
);
const remarks = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom('新增項目', '配合市府期程', '=1+1') },
);
/** Said beside the text, in the column of deadlines. */
const cadenceBeside = fc.oneof(
  { weight: 9, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.constantFrom(...cadences).map(word => [word]) },
);

const beside = fc.record({ units, months, remarks, cadenceBeside });

interface Grown {
  readonly text: string;
  readonly beside: {
    readonly units: readonly string[];
    readonly months: readonly number[];
    readonly remarks: string;
    readonly cadenceBeside: readonly PlanNode['cadence'][number][];
  };
  /** Has no number, if it may have none where it stands. */
  readonly bare: boolean;
  readonly children: readonly Grown[];
}

/** Marks by depth, as official documents number: 一 (一) 1 (1) ○1 A. */
const ladder: readonly MarkKind[] = ['han', 'hanParen', 'digit', 'digitParen', 'circled', 'letter'];
const most = [3, 3, 4, 3, 2, 2] as const;
const step = 2;

const grown = (depth: number): fc.Arbitrary<Grown> =>
  fc.record({
    text,
    beside,
    bare: depth <= step ? fc.integer({ max: 5, min: 0 }).map(n => n === 0) : fc.constant(false),
    children:
      depth + 1 < ladder.length
        ? fc.array(grown(depth + 1), {
            maxLength: depth < step ? most[depth + 1]! : 2,
            size: depth < step ? '=' : '-1',
          })
        : fc.constant([]),
  });

const nothing: Grown['beside'] = { units: [], months: [], remarks: '', cadenceBeside: [] };

/** Numbers siblings; those without number stand first. */
function nodes(list: readonly Grown[], depth: number, belowBareStep = false): PlanNode[] {
  const ordered = [...list.filter(({ bare }) => bare), ...list.filter(({ bare }) => !bare)];
  const bare = ordered.filter(each => each.bare).length;
  return ordered.map((each, i) => {
    const { units: by, months: due, remarks: noted, cadenceBeside: often } = belowBareStep ? nothing : each.beside;
    const node: PlanNode = {
      label: each.bare ? null : markLabel(ladder[depth]!, i - bare + 1),
      text: each.bare ? `${'另'.repeat(i)}${each.text}` : each.text,
      units: by,
      checkMonths: [...due].sort((a, b) => a - b),
      cadence: [...new Set([...cadencesIn(each.text), ...often])],
      remarks: noted,
      children: nodes(each.children, depth + 1, belowBareStep || (depth === step && each.bare)),
    };
    return depth === step && ordered[i + 1]?.bare ? ended(node) : node;
  });
}

const ended = (node: PlanNode): PlanNode => ({
  ...node,
  text: node.text.endsWith('。') ? node.text : `${node.text}。`,
  children: node.children.map(ended),
});

/** Kind, months, receivers and forms of a review are what its text says. */
const reviews: readonly PlanReview[] = [
  {
    kind: 'routine',
    text: '平時查核：各單位於主管會報提出執行情形。',
    months: [],
    nextYear: false,
    submitTo: [],
    forms: [],
  },
  {
    kind: 'adhoc',
    text: '不定期查核：由秘書室抽查各單位辦理情形。',
    months: [],
    nextYear: false,
    submitTo: [],
    forms: [],
  },
  { kind: 'award', text: '獎勵：執行績優人員予以敘獎。', months: [], nextYear: false, submitTo: [], forms: [] },
];

const prose = text.filter(each => each.length < 200);
const sections = fc.record({
  basis: fc.array(prose, { maxLength: 3 }),
  goals: fc.array(prose, { maxLength: 12 }),
  scope: fc.oneof(fc.constant(''), prose),
  reviews: fc.subarray([...reviews]),
  taskForce: fc.array(
    fc.record({
      title: fc.constantFrom('組長', '副組長', '組員'),
      member: fc.constantFrom('區長', '主任秘書', '民政課課長'),
      duty: fc.oneof(fc.constant(''), fc.constantFrom('綜理推動事宜', '負責統籌民政業務')),
      remarks: fc.constantFrom('', '兼執行秘書'),
    }),
    { maxLength: 4 },
  ),
  closing: fc.oneof(fc.constant(''), prose),
});

const heading = fc.record({
  agency: fc.constantFrom('清川市青田區公所', '清川市白石戶政事務所', ''),
  year: fc.option(fc.integer({ min: 100, max: 130 })),
  named: fc.boolean(),
  document: fc.option(
    fc.record({
      date: fc.option(fc.constantFrom('2025-03-14', '2024-12-01')),
      number: fc.option(fc.constantFrom('青區秘字第1140001234號', '府研考字第11300567號')),
    }),
  ),
});

/** A year and an agency are named in the title, or below it. */
const headed = heading.map(({ agency, year, named, document }) => ({
  title: `${named ? agency : ''}${named && year !== null ? `${year}年度` : ''}提升服務實施計畫`,
  agency,
  year,
  document: document?.date === null && document.number === null ? null : document,
}));

const item = grown(0);

export const planDocuments: fc.Arbitrary<PlanDocument> = fc
  .tuple(headed, sections, fc.array(item, { minLength: 1, maxLength: 3 }))
  .map(([head, around, items]) => ({ ...head, ...around, items: nodes(items, 0) }));

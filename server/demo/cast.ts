import type { Role } from '../../sync/model/index.ts';

export interface CastPerson {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  /** Name of the person's unit, or null. */
  readonly unit: string | null;
}

export interface CastAgency {
  readonly name: string;
  readonly units: readonly string[];
  readonly people: readonly CastPerson[];
}

const surnames = '林陳張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴周徐蘇葉莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余趙盧梁顏柯翁魏孫戴范';
const given = [
  '怡君',
  '志明',
  '淑芬',
  '建宏',
  '雅婷',
  '俊傑',
  '美玲',
  '文彬',
  '佳穎',
  '宗翰',
  '惠如',
  '家豪',
  '詩涵',
  '信宏',
  '麗華',
  '冠廷',
  '秀英',
  '柏翰',
  '玉珍',
  '育誠',
  '靜宜',
  '明哲',
  '欣怡',
  '國華',
  '曉萍',
  '彥廷',
  '素珠',
  '承恩',
];

/** A name for the n-th person of the demo; nobody real is meant. */
const nameOf = (n: number): string => `${surnames[(n * 7) % surnames.length]}${given[(n * 5) % given.length]}`;

const unitNames = ['秘書室', '民政課', '社會課', '經建課', '人文課', '役政災防課'];
/** Account parts of the units, in their order. */
const unitKeys = ['mishu', 'minzheng', 'shehui', 'jingjian', 'renwen', 'yizheng'];

function office(name: string, key: string, first: number): CastAgency {
  let next = first;
  const person = (part: string, role: Role, unit: string | null): CastPerson => ({
    account: `${key}.${part}`,
    name: nameOf(next++),
    role,
    unit,
  });
  return {
    name,
    units: unitNames,
    people: [
      person('secretariat', 'secretariat', '秘書室'),
      person('head', 'head', null),
      person('auditor', 'auditor', null),
      ...unitNames.flatMap((unit, i) => [
        person(`${unitKeys[i]}.chief`, 'chief', unit),
        person(`${unitKeys[i]}.officer`, 'officer', unit),
      ]),
    ],
  };
}

/** A fictional bureau. */
export const bureau: CastAgency = {
  name: '清川市政府民政局',
  units: ['秘書室', '區里行政科'],
  people: [
    { account: 'admin', name: '周系統', role: 'administrator', unit: null },
    { account: 'bureau.secretariat', name: '高督導', role: 'secretariat', unit: '秘書室' },
    { account: 'bureau.head', name: '方局長', role: 'head', unit: null },
    { account: 'bureau.auditor', name: '歐研考', role: 'auditor', unit: null },
  ],
};

/** The four district offices below it. */
export const offices: readonly CastAgency[] = [
  office('清川市青田區公所', 'qingtian', 0),
  office('清川市松湖區公所', 'songhu', 17),
  office('清川市望海區公所', 'wanghai', 34),
  office('清川市梅嶺區公所', 'meiling', 51),
];

/** The accounts that the log-in page offers, one for each kind of work. */
export const offeredAccounts: readonly string[] = [
  'qingtian.secretariat',
  'qingtian.minzheng.officer',
  'qingtian.minzheng.chief',
  'qingtian.head',
  'qingtian.auditor',
  'bureau.secretariat',
  'admin',
];

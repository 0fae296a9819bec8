import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { agencyInFileName, canonical } from '../../../sync/cli/collect/agencies.ts';
import type { Edition, RecipientName } from '../../../sync/collect/index.ts';
import { stampBook } from '../../../sync/collect/index.ts';
import { openReturned } from '../../../sync/collect/opened.ts';
import { recognised } from '../../../sync/collect/recognise.ts';
import { profileForm } from '../../../sync/form/profile/index.ts';
import type { FormProfile } from '../../../sync/model/index.ts';
import { blankOf, issuedLayout } from '../../support/returned/layouts.ts';
import { editionFrom, opened, orderFor } from './opened.ts';

const cities = [
  '臺北市',
  '新北市',
  '臺中市',
  '臺南市',
  '新竹市',
  '新竹縣',
  '嘉義市',
  '嘉義縣',
  '基隆市',
  '臺東縣',
  '花蓮縣',
  '南投縣',
];
const places = [
  ...['東區', '西區', '北區', '中區', '東勢區', '中山區', '中正區', '大安區', '大雅區', '大甲區', '信義區', '信義鄉'],
  ...[
    '臺東市',
    '臺東區',
    '竹北市',
    '太保市',
    '中埔鄉',
    '中山鄉',
    '成功鎮',
    '東河鄉',
    '南區',
    '安南區',
    '仁愛區',
    '仁愛鄉',
  ],
];
const offices = ['公所', '戶政事務所', '衛生所', '清潔隊'];

interface Agency {
  readonly city: string;
  readonly place: string;
  readonly office: string;
}
const nameOf = ({ city, place, office }: Agency): string => `${city}${place}${office}`;
/** As many as a country has: every one resembles dozens of others. */
const everyone: readonly Agency[] = cities.flatMap(city =>
  places.flatMap(place => offices.map(office => ({ city, place, office }))),
);

/** The ways in which one name is written; none of them leaves anything away. */
const spellings: readonly ((name: string) => string)[] = [
  name => name,
  name => name.replaceAll('臺', '台'),
  name => ` ${name}　`,
  name => [...name].join(' '),
  name => `${name.slice(0, 3)}\n${name.slice(3)}`,
  name => `「${name}」`,
  name => `${name.slice(0, 3)}政府${name.slice(3)}`,
];
const anySpelling = fc.constantFrom(...spellings);
const anyAgency = fc.constantFrom(...everyone);
const asked = fc.uniqueArray(anyAgency, { minLength: 1, maxLength: 300, size: 'max' });

describe('of hundreds of agencies whose names resemble each other', () => {
  let edition: Edition;
  let book: ReturnType<typeof opened>;
  let bytes: Uint8Array;
  let profile: FormProfile;
  beforeAll(async () => {
    ({ bytes } = await blankOf({ ...issuedLayout, order: [0, 1, 2] }));
    book = opened(bytes);
    edition = editionFrom(bytes);
    profile = profileForm(book);
  });

  const listed = (agencies: readonly Agency[]): readonly RecipientName[] =>
    agencies.map(agency => ({ id: nameOf(agency), name: nameOf(agency) }));
  /** Whose file it is that says so in its agency cell, or in its name. */
  const whose = (agencies: readonly Agency[], cell: string | null, fileName = '回覆.xlsx', workbook = book) => {
    const said = { ...profile, agencyName: cell };
    const form = openReturned({ file: fileName, workbook, profile: said });
    const found = recognised({ workbook, profile: said, fileName }, form, orderFor([edition], listed(agencies)));
    return found.recipient?.id ?? null;
  };

  it('each is told by its whole name, however it is spelled, in its cell or in the name of its file', () => {
    fc.assert(
      fc.property(asked, fc.nat(), anySpelling, fc.boolean(), (agencies, n, spell, inCell) => {
        const name = nameOf(agencies[n % agencies.length]!);
        if (inCell) expect(whose(agencies, spell(name))).toBe(name);
        else expect(whose(agencies, null, `114-${name.replaceAll('臺', '台')}_自行檢核表(修正).xlsx`)).toBe(name);
      }),
      { numRuns: 300 },
    );
  });

  it('none is taken for one that was not asked and says its whole name', () => {
    fc.assert(
      fc.property(asked, anyAgency, anySpelling, fc.boolean(), (agencies, other, spell, inCell) => {
        fc.pre(!agencies.includes(other));
        const name = spell(nameOf(other));
        expect(inCell ? whose(agencies, name) : whose(agencies, null, `${name.trim()}.xlsx`)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('a city that stands apart in the name of a file counts for what the file is called', () => {
    const separators = fc.constantFrom(' ', '_', '-', '、', '(1)');
    fc.assert(
      fc.property(asked, anyAgency, separators, fc.boolean(), (agencies, { city, place, office }, between, first) => {
        const rest = `${place}${office}`;
        const id = whose(agencies, null, `${first ? `${city}${between}${rest}` : `${rest}${between}${city}`}.xlsx`);
        if (id !== null) expect(id).toBe(`${city}${rest}`);
      }),
      { numRuns: 300 },
    );
  });

  it('one that leaves its city away is told where no other is called the same, and else left to a person', () => {
    fc.assert(
      fc.property(asked, fc.nat(), anySpelling, fc.boolean(), (agencies, n, spell, inCell) => {
        const agency = agencies[n % agencies.length]!;
        const bare = `${agency.place}${agency.office}`;
        const same = agencies.filter(({ place, office }) => place === agency.place && office === agency.office);
        const said = spell === spellings.at(-1) ? bare : spell(bare);
        const id = inCell ? whose(agencies, said) : whose(agencies, null, `${bare}檢核表.xlsx`);
        if (same.length > 1) expect(id).toBeNull();
        else expect([nameOf(agency), null]).toContain(id);
        if (inCell && same.length === 1 && agency.office === '公所') expect(id).toBe(nameOf(agency));
      }),
      { numRuns: 300 },
    );
  });

  it('one that says less than that is never another than itself', () => {
    fc.assert(
      fc.property(
        asked,
        fc.nat(),
        fc.nat({ max: 6 }),
        fc.nat({ max: 4 }),
        fc.boolean(),
        (agencies, n, from, less, inCell) => {
          const name = nameOf(agencies[n % agencies.length]!);
          const said = name.slice(from, name.length - less);
          fc.pre(said.length > 0);
          const id = inCell ? whose(agencies, said) : whose(agencies, null, `${said}.xlsx`);
          if (id === null) return;
          expect(id).toContain(said);
          expect(agencies.filter(({ place, office }) => `${place}${office}` === said).length).toBeLessThan(2);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a cell and a file name that name two are nobody’s; so are ids of one and the name of another', () => {
    fc.assert(
      fc.property(asked, fc.nat(), fc.nat(), (agencies, i, j) => {
        const [one, other] = [nameOf(agencies[i % agencies.length]!), nameOf(agencies[j % agencies.length]!)];
        fc.pre(one !== other);
        expect(whose(agencies, one, `${other}.xlsx`)).toBeNull();
        const marked = stampBook(bytes, '表', { collection: 'c1', edition: 1, recipient: one });
        if (!marked.ok) throw new Error(marked.issue.message);
        expect(whose(agencies, other, '回覆.xlsx', opened(marked.bytes))).toBeNull();
        expect(whose(agencies, null, `${other}.xlsx`, opened(marked.bytes))).toBe(one);
      }),
      { numRuns: 60 },
    );
  });

  it('a slip of the pen is for a person, with the right one among the first', () => {
    for (const [said, right] of [
      ['臺中市大按區公所', '臺中市大安區公所'],
      ['臺北市中山區公所(區長室)', '臺北市中山區公所'],
      ['臺東縣台東市公所秘書室', '臺東縣臺東市公所'],
    ] as const) {
      const form = openReturned({ file: '回覆.xlsx', workbook: book, profile: { ...profile, agencyName: said } });
      const order = orderFor([edition], listed(everyone));
      const found = recognised(
        { workbook: book, profile: { ...profile, agencyName: said }, fileName: '回覆.xlsx' },
        form,
        order,
      );
      expect(found.recipient).toBeNull();
      expect(found.candidates.map(({ id }) => id)).toContain(right);
    }
  });

  it('where no list says who was asked, a city that stands apart in a file name is a part of the name', () => {
    expect(['臺中市_東區公所.xlsx', '臺南市 東區公所(回覆).xlsx', '114-東區公所.ods'].map(agencyInFileName)).toEqual([
      '臺中市東區公所',
      '臺南市東區公所',
      '東區公所',
    ]);
    const names = ['臺中市東區公所', '臺南市東區公所', '東區公所', '臺東縣臺東市公所', '台東市公所'];
    expect([...canonical(names)]).toEqual([
      ['臺東縣臺東市公所', '臺東縣臺東市公所'],
      ['臺中市東區公所', '臺中市東區公所'],
      ['臺南市東區公所', '臺南市東區公所'],
      ['台東市公所', '臺東縣臺東市公所'],
      ['東區公所', '東區公所'],
    ]);
  });
});

import { type TableCell, tableWorkbook } from '../../form/write/table.ts';
import { type Crosswalk, type CrosswalkItem, coverageOf, type Locale, say } from '../../model/index.ts';

const indent = '　';

/** The superior's items with what serves them, one line a link; items that nothing serves have a line of their own. */
export function crosswalkWorkbook(
  { plan, superior, items, superiorItems, links }: Omit<Crosswalk, 'suggestions'>,
  locale: Locale,
): Promise<Uint8Array> {
  const word = (code: string, params = {}) => say(`crosswalk_${code}`, locale, params);
  const own = new Map(items.map(item => [item.id, item]));
  const place = new Map(items.map((item, i) => [item.id, i]));
  const byItem = Map.groupBy(links, ({ superiorItemId }) => superiorItemId);
  const { targets, covered } = coverageOf(superiorItems, links);
  const list = (values: readonly string[]): string => values.join(locale === 'en' ? ', ' : '、');
  const above = (item: CrosswalkItem): readonly TableCell[] => [
    { text: indent.repeat(item.depth) + (item.label ?? '') },
    { text: item.text },
    {
      text: targets.has(item.id) ? word(covered.has(item.id) ? 'covered' : 'uncovered') : '',
      look: 'centred',
    },
  ];
  const none: readonly TableCell[] = ['', '', '', ''].map(text => ({ text }));
  return tableWorkbook({
    sheet: word('sheet'),
    title: word('title', { superior: superior.title, plan: plan.title }),
    notes: [word('counts', { total: targets.size, covered: covered.size, uncovered: targets.size - covered.size })],
    columns: [
      { title: word('superiorLabel'), width: 12 },
      { title: word('superiorText'), width: 44 },
      { title: word('state'), width: 10 },
      { title: word('ownLabel'), width: 12 },
      { title: word('ownText'), width: 44 },
      { title: word('units'), width: 16 },
      { title: word('note'), width: 24 },
    ],
    rows: superiorItems.flatMap(item => {
      const here = (byItem.get(item.id) ?? []).toSorted(
        (a, b) => (place.get(a.planItemId) ?? 0) - (place.get(b.planItemId) ?? 0),
      );
      if (here.length === 0) return [[...above(item), ...none]];
      return here.map(({ planItemId, note }) => {
        const step = own.get(planItemId);
        return [
          ...above(item),
          { text: step?.label ?? '' },
          { text: step?.text ?? '' },
          { text: list(step?.units ?? []) },
          { text: note },
        ];
      });
    }),
  });
}

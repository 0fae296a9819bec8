import { useTranslate } from 'react-admin';
import { CountFilter } from '../pages/CountFilter.tsx';
import { type View, views } from './plan.ts';

interface Props {
  readonly view: View;
  /** Nothing waits any more. */
  readonly past: boolean;
  readonly counts: Readonly<Record<View, number>>;
  readonly onView: (view: View) => void;
}

/** What there is in the file, counted; each count opens what it counts. Empty kinds are left out. */
export const Views = ({ view, past, counts, onView }: Props) => {
  const translate = useTranslate();
  return (
    <CountFilter
      label={translate('exchange.views')}
      value={view}
      onChange={onView}
      choices={views
        .filter(one => one === 'attention' || one === view || counts[one] > 0)
        .map(one => ({
          value: one,
          count: counts[one],
          children: translate(`exchange.view.${past && one === 'attention' ? 'past' : one}`),
        }))}
    />
  );
};

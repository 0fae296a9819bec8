import CrosswalkIcon from '@mui/icons-material/HubOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { Crosswalk, PlanChoice } from '../../sync/model/index.ts';
import { BesidePage } from '../plan-beside/index.ts';
import { besideTree, SidePanel } from '../plan-tree/index.ts';
import { ItemLinks } from './ItemLinks.tsx';
import { Matrix } from './matrix/Matrix.tsx';
import { SuperiorList } from './SuperiorList.tsx';
import { useLinks } from './use-links.ts';
import { itemsIn, type Layout, layouts, type View, views, walkOf } from './walk.ts';

const Links = ({ crosswalk }: { readonly crosswalk: Crosswalk }) => {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const [activeId, setActiveId] = useState<string | null>(null);
  const links = useLinks(crosswalk);
  const walk = useMemo(() => walkOf(crosswalk), [crosswalk]);
  const view: View = views.find(one => one === search.get('view')) ?? 'all';
  const shown = useMemo(() => itemsIn(view, crosswalk.superiorItems, walk), [view, crosswalk, walk]);
  const active = crosswalk.superiorItems.find(({ id }) => id === activeId);
  const { total, covered, suggested } = walk.counts;
  const counts: Readonly<Record<View, number>> = { all: total, uncovered: total - covered, suggested };
  const layout: Layout = layouts.find(one => one === search.get('layout')) ?? 'list';
  /** What is shown and how stays in the address; the first choice is the one that needs no word there. */
  const choose = (name: 'view' | 'layout', next: string | null, first: string) => {
    if (next === null) return;
    setSearch(
      before => {
        const params = new URLSearchParams(before);
        if (next === first) params.delete(name);
        else params.set(name, next);
        return params;
      },
      { replace: true },
    );
  };
  return (
    <>
      <Box sx={{ mb: 1.5, maxWidth: 640 }}>
        <Box role="status">{translate('crosswalk.progress', { covered, total, uncovered: total - covered })}</Box>
        <Box aria-hidden sx={{ height: 8, borderRadius: 4, mt: 0.5, bgcolor: 'sunken', overflow: 'hidden' }}>
          <Box sx={{ height: 1, width: `${total === 0 ? 0 : (100 * covered) / total}%`, bgcolor: 'success.main' }} />
        </Box>
      </Box>
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 1, mb: 1 }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={view}
          onChange={(_, next: View | null) => choose('view', next, 'all')}
          aria-label={translate('crosswalk.views')}
        >
          {views.map(one => (
            <ToggleButton key={one} value={one} sx={{ textTransform: 'none', px: 1.5 }}>
              {translate(`crosswalk.view.${one}`, { count: counts[one] })}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={layout}
          onChange={(_, next: Layout | null) => choose('layout', next, 'list')}
          aria-label={translate('crosswalk.layouts')}
        >
          {layouts.map(one => (
            <ToggleButton key={one} value={one} sx={{ textTransform: 'none', px: 1.5 }}>
              {translate(`crosswalk.layout.${one}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {links && walk.certain.length > 0 ? (
          <Button
            variant="contained"
            disabled={links.busy}
            onClick={() => links.link(walk.certain)}
            sx={{ ml: 'auto' }}
          >
            {translate('crosswalk.confirmCertain', { smart_count: walk.certain.length })}
          </Button>
        ) : null}
      </Box>
      {layout === 'matrix' && shown.length > 0 ? (
        <Matrix crosswalk={crosswalk} walk={walk} items={shown} links={links} />
      ) : (
        <Box sx={besideTree}>
          <Card sx={{ overflow: 'clip', alignSelf: 'start' }}>
            {shown.length > 0 ? (
              <SuperiorList items={shown} walk={walk} activeId={activeId} onActivate={setActiveId} />
            ) : (
              <Box sx={{ p: 2, color: 'text.secondary' }}>{translate(`crosswalk.none.${view}`)}</Box>
            )}
          </Card>
          <SidePanel
            label={translate('crosswalk.item')}
            empty={translate(links ? 'crosswalk.chooseItem' : 'crosswalk.lookAtItem')}
            open={activeId !== null}
            onClose={() => setActiveId(null)}
          >
            {active ? <ItemLinks item={active} crosswalk={crosswalk} walk={walk} links={links} /> : null}
          </SidePanel>
        </Box>
      )}
    </>
  );
};

/** The superior's plan of the same year, or of the one before where it publishes late. */
const isAbove = ({ relation, year: other }: PlanChoice, year: number): boolean =>
  relation === 'superior' && (other === year || other === year - 1);

const isNotBelow = ({ relation }: PlanChoice): boolean => relation !== 'subordinate';

/** Which steps of a plan serve which items of its superior's, and which items nothing serves yet. */
export const CrosswalkPage = () => (
  <BesidePage<Crosswalk> path="crosswalk" words="crosswalk" icon={CrosswalkIcon} fits={isNotBelow} likely={isAbove}>
    {crosswalk => <Links crosswalk={crosswalk} />}
  </BesidePage>
);

export default CrosswalkPage;

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { Crosswalk, CrosswalkItem } from '../../sync/model/index.ts';
import { itemText } from '../assignments/item-text.ts';
import { LinkedStep } from './LinkedStep.tsx';
import { StepChooser } from './StepChooser.tsx';
import type { Links } from './use-links.ts';
import type { Walk } from './walk.ts';

interface Props {
  readonly item: CrosswalkItem;
  readonly crosswalk: Crosswalk;
  readonly walk: Walk;
  readonly links: Links | null;
}

const list = { listStyle: 'none', m: 0, p: 0 } as const;

/** One item of the superior's plan: what serves it, what may, and every other row of the own plan. */
export const ItemLinks = ({ item, crosswalk, walk, links }: Props) => {
  const translate = useTranslate();
  const linked = walk.linksOf.get(item.id) ?? [];
  const suggested = walk.suggestionsOf.get(item.id) ?? [];
  const link = (planItemId: string) => links?.link([{ planItemId, superiorItemId: item.id }]);
  return (
    <>
      <Typography variant="h2" sx={{ fontSize: '1.05rem', overflowWrap: 'anywhere' }}>
        {itemText(item)}
      </Typography>
      <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>
        {translate('crosswalk.servedBy', { smart_count: linked.length })}
      </Typography>
      {linked.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>{translate('crosswalk.servedByNone')}</Box>
      ) : (
        <Box component="ul" sx={list}>
          {linked.map(each => {
            const step = walk.own.get(each.planItemId);
            return step ? <LinkedStep key={each.id} link={each} step={step} links={links} /> : null;
          })}
        </Box>
      )}
      {links && suggested.length > 0 ? (
        <>
          <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>
            {translate('crosswalk.suggested')}
          </Typography>
          <Box component="ul" sx={list}>
            {suggested.map(({ planItemId, score, by, certain }) => {
              const step = walk.own.get(planItemId);
              if (!step) return null;
              const text = itemText(step);
              return (
                <Box component="li" key={planItemId} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
                  <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
                    <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{text}</Box>
                    <Button
                      size="small"
                      variant="outlined"
                      disabled={links.busy}
                      onClick={() => link(planItemId)}
                      aria-label={translate('crosswalk.linkNamed', { text })}
                    >
                      {translate('crosswalk.link')}
                    </Button>
                  </Box>
                  <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
                    {translate(`crosswalk.by.${by}`, { score: Math.round(score * 100) })}
                    {certain ? ` ${translate('crosswalk.isCertain')}` : ''}
                  </Box>
                </Box>
              );
            })}
          </Box>
        </>
      ) : null}
      {links ? (
        <StepChooser
          key={item.id}
          items={crosswalk.items}
          taken={new Set(linked.map(({ planItemId }) => planItemId))}
          links={links}
          onLink={link}
        />
      ) : null}
    </>
  );
};

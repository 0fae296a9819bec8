import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { PlanSectionRow } from '../../sync/model/index.ts';
import { Chip } from '../fields/index.ts';
import { DiffHead } from './DiffHead.tsx';
import { DiffFrame } from './diff-styles.ts';
import { looks } from './looks.ts';
import { Words } from './Words.tsx';

const Text = ({ row, which }: { readonly row: PlanSectionRow; readonly which: 'before' | 'after' }) => {
  if (row.words.length > 0) return <Words words={row.words} side={which} />;
  if (row.kind === 'added') return <ins>{row.after}</ins>;
  return row.kind === 'removed' ? <del>{row.before}</del> : row[which];
};

const SectionSide = ({ row, which }: { readonly row: PlanSectionRow; readonly which: 'before' | 'after' }) => {
  const translate = useTranslate();
  const isHere = row[which] !== null;
  return (
    <td className={`diff-side ${isHere ? `is-${which}` : 'is-empty'}`}>
      {isHere ? (
        <>
          <span className="diff-name">{translate(`planDiff.${which}`)}</span>
          <span className="diff-text">
            <Text row={row} which={which} />
          </span>
        </>
      ) : (
        <span className="diff-empty">{translate(`planDiff.notIn.${which}`)}</span>
      )}
    </td>
  );
};

const sectionsId = 'plan-sections';

/** Above a long table: that something below it changed too, and the way there. */
export const ToSections = ({ rows }: { readonly rows: readonly PlanSectionRow[] }) => {
  const translate = useTranslate();
  const changed = rows.filter(({ kind }) => kind !== 'same').length;
  if (changed === 0) return null;
  const go = () => {
    const target = document.getElementById(sectionsId);
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  };
  return (
    <Button className="no-print" size="small" onClick={go} sx={{ mb: 1 }}>
      {translate('planDiff.sectionsChanged', { smart_count: changed })}
    </Button>
  );
};

/** What two plans say around their trees, entry by entry; what both say alike is shown on demand. */
export const SectionDiff = ({ rows }: { readonly rows: readonly PlanSectionRow[] }) => {
  const translate = useTranslate();
  const [all, setAll] = useState(false);
  const same = rows.filter(({ kind }) => kind === 'same').length;
  // Entries have no name but their place, and never move.
  const placed = rows.map((row, place) => ({ row, place }));
  const shown = all ? placed : placed.filter(({ row }) => row.kind !== 'same');
  if (rows.length === 0) return null;
  return (
    <Box component="section" id={sectionsId} tabIndex={-1} sx={{ mt: 3, scrollMarginTop: 80 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between', mb: 1 }}>
        <Typography variant="h6" component="h2">
          {translate('resources.plans.fields.sections')}
        </Typography>
        {same > 0 ? (
          <Button className="no-print" size="small" aria-pressed={all} onClick={() => setAll(!all)}>
            {translate(`planDiff.${all ? 'sectionsLess' : 'sectionsAll'}`, { smart_count: same })}
          </Button>
        ) : null}
      </Box>
      {shown.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>{translate('planDiff.sectionsSame')}</Typography>
      ) : (
        <Card sx={{ overflow: 'clip' }}>
          <DiffFrame>
            <table aria-label={translate('resources.plans.fields.sections')}>
              <DiffHead before={translate('planDiff.before')} after={translate('planDiff.after')} />
              <tbody>
                {shown.map(({ row, place }) => (
                  <tr key={place} className={row.kind}>
                    <th scope="row">
                      <span className="diff-more diff-differs">
                        {translate(`resources.plans.fields.${row.section}`)}
                      </span>
                      <Chip
                        icon={looks[row.kind].icon}
                        tone={looks[row.kind].tone}
                        word={translate(`planDiff.kind.${row.kind}`)}
                      />
                    </th>
                    <SectionSide row={row} which="before" />
                    <SectionSide row={row} which="after" />
                  </tr>
                ))}
              </tbody>
            </table>
          </DiffFrame>
        </Card>
      )}
    </Box>
  );
};

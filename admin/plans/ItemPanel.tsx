import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { RecordContextProvider, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { levelAt, type PlanItem } from '../../sync/model/index.ts';
import { CarriedFrom } from '../carry-forward/CarriedFrom.tsx';
import { History } from '../events/History.tsx';
import { StateChip, UnitField, useMonthName } from '../fields/index.ts';
import { FoundDraft } from '../pages/FoundDraft.tsx';
import { ItemFields, UnitNames } from '../plan-tree/index.ts';
import { printedLabel } from '../plan-tree/outline/index.ts';
import { SkeletonBox } from '../skeleton/SkeletonBox.tsx';
import type { RowChange } from './editor.ts';
import { useTracking } from './tracking.tsx';
import { useItemDraft } from './use-item-draft.ts';

interface Props {
  readonly row: PlanItem;
  /** The rows above, from the top. */
  readonly above: readonly PlanItem[];
  readonly editable: boolean;
  readonly unitNames: readonly string[];
  readonly save: (id: string, change: RowChange) => Promise<boolean>;
}

const shortened = 18;
const brief = ({ label, text }: PlanItem): string => {
  const line = text.replaceAll('\n', ' ');
  return `${label === null ? '' : printedLabel(label)}${line.length > shortened ? `${line.slice(0, shortened)}…` : line}`;
};

const Written = ({ row, unitNames, save }: Pick<Props, 'row' | 'unitNames' | 'save'>) => {
  const translate = useTranslate();
  const { value, saving, dirty, found, write, commit, restore, discard } = useItemDraft(row, save);
  return (
    <Box onBlur={() => void commit()}>
      {found ? <FoundDraft at={found.at} onRestore={restore} onDiscard={discard} /> : null}
      <ItemFields value={value} onChange={write} unitNames={unitNames} />
      <Box role="status" sx={{ color: 'text.secondary', fontSize: '0.875rem', minHeight: '1.7em', mt: 0.5 }}>
        {translate(saving ? 'plans.saving' : dirty ? 'plans.unsaved' : 'plans.saved')}
      </Box>
    </Box>
  );
};

const Said = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => {
  const translate = useTranslate();
  return (
    <Box sx={{ mt: 1.25 }}>
      <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
        {translate(`resources.planItems.fields.${name}`)}
      </Box>
      <Box component="dd" sx={{ m: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </Box>
  );
};

const Read = ({ row }: { readonly row: PlanItem }) => {
  const translate = useTranslate();
  const nameOf = useMonthName();
  const comma = translate('planTree.comma');
  return (
    <Box component="dl" sx={{ m: 0 }}>
      <Said name="text">
        {row.label === null ? '' : `${printedLabel(row.label)} `}
        {row.text}
      </Said>
      {row.units.length === 0 ? null : (
        <Said name="units">
          <UnitNames names={row.units} />
        </Said>
      )}
      {row.checkMonths.length === 0 ? null : (
        <Said name="checkMonths">{translate('fields.month', { month: row.checkMonths.map(nameOf).join(comma) })}</Said>
      )}
      {row.cadence.length === 0 ? null : <Said name="cadence">{row.cadence.join(comma)}</Said>}
      {row.remarks === '' ? null : <Said name="remarks">{row.remarks}</Said>}
    </Box>
  );
};

const Tracked = ({ row }: { readonly row: PlanItem }) => {
  const translate = useTranslate();
  const { byItem, nameOf, complete } = useTracking();
  const assignments = byItem.get(row.id) ?? [];
  if (assignments.length === 0 && (!complete || row.units.length === 0)) return null;
  return (
    <Box component="section" sx={{ mt: 2.5 }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {translate('plans.trackedIn')}
      </Typography>
      {assignments.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>{translate('plans.noneTracked')}</Box>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {assignments.map(one => (
            <Box
              component="li"
              key={one.id}
              sx={{ py: 0.5, borderTop: 1, borderColor: 'divider', display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}
            >
              <Link component={RouterLink} to={`/assignments/${one.id}/show`} sx={{ fontWeight: 600 }}>
                <RecordContextProvider value={one}>
                  <UnitField />
                </RecordContextProvider>
              </Link>
              <span>{translate(`parts.${one.part}`)}</span>
              <span>
                {one.officerId === null ? translate('plans.condition.withoutOfficer') : (nameOf(one.officerId) ?? '')}
              </span>
              <StateChip machine="assignment" state={one.state} />
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
};

const RowHistory = ({ id }: { readonly id: string }) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <Box className="no-print" sx={{ mt: 2.5 }}>
      {open ? (
        <History resource="planItems" id={id} />
      ) : (
        <Button onClick={() => setOpen(true)}>{translate('plans.openHistory')}</Button>
      )}
    </Box>
  );
};

/** One row of the plan in full: where it stands, what it says, who has it, what happened to it. */
export const ItemPanel = ({ row, above, editable, unitNames, save }: Props) => {
  const translate = useTranslate();
  return (
    <>
      <Typography variant="h2" sx={{ fontSize: '1.05rem' }}>
        {translate(`levels.${levelAt(row.depth)}`)}
      </Typography>
      {above.length === 0 ? null : (
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', mb: 0.5 }}>{above.map(brief).join(' › ')}</Box>
      )}
      {editable ? <Written row={row} unitNames={unitNames} save={save} /> : <Read row={row} />}
      <SkeletonBox row={row} onChange={editable ? skeletonKey => void save(row.id, { skeletonKey }) : undefined} />
      {row.carriedFrom === null ? null : <CarriedFrom id={row.carriedFrom} />}
      <Tracked row={row} />
      <RowHistory id={row.id} />
    </>
  );
};

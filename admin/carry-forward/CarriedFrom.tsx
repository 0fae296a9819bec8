import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useGetOne, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Plan, PlanItem } from '../../sync/model/index.ts';
import { History } from '../events/History.tsx';
import { printedLabel } from '../plan-tree/outline/index.ts';

/** The item of an earlier year that a row goes on with, and what happened to it. */
export const CarriedFrom = ({ id }: { readonly id: string }) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const { data: item } = useGetOne<PlanItem>('planItems', { id });
  const { data: plan } = useGetOne<Plan>('plans', { id: item?.planId ?? '' }, { enabled: item !== undefined });
  if (!item || !plan) return null;
  return (
    <Box component="section" sx={{ mt: 2.5 }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {translate('carry.from', { year: plan.year })}
      </Typography>
      <Box sx={{ overflowWrap: 'anywhere' }}>
        <Link component={RouterLink} to={`/plans/${plan.id}/show?item=${item.id}`}>
          {item.label === null ? '' : `${printedLabel(item.label)} `}
          {item.text === '' ? translate('planTree.noText') : item.text}
        </Link>
      </Box>
      <Box className="no-print" sx={{ mt: 0.5 }}>
        {open ? (
          <History resource="planItems" id={item.id} />
        ) : (
          <Button size="small" onClick={() => setOpen(true)} sx={{ ml: -0.75 }}>
            {translate('carry.fromHistory')}
          </Button>
        )}
      </Box>
    </Box>
  );
};

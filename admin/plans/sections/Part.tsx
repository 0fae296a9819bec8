import ExpandIcon from '@mui/icons-material/ExpandMoreOutlined';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Plan } from '../../../sync/model/index.ts';
import { FoundDraft } from '../../pages/FoundDraft.tsx';
import { StaleDialog } from '../../pages/index.ts';
import { amountOf, isEmpty, type PartName, plainText } from './parts.ts';
import { readers } from './readers.tsx';
import { usePart } from './use-part.ts';
import { writers } from './writers.tsx';

interface Props {
  readonly plan: Plan;
  readonly part: PartName;
  readonly editable: boolean;
}

/** One part: its name and how much it says; opened, its text, which is written in place. */
export const Part = ({ plan, part, editable }: Props) => {
  const translate = useTranslate();
  const { typed, found, clash, saving, asked, open, restore, write, save, keepMine, close } = usePart(plan, part);
  // What was left unsaved is not to be overlooked.
  const [unfolded, setUnfolded] = useState(editable && found !== null);
  const { sections } = plan;
  const Reader = readers[part];
  const Writer = writers[part];
  const textOf = (of: Plan['sections']) => plainText[part](of[part] as never);
  return (
    <Accordion
      disableGutters
      elevation={0}
      expanded={unfolded || typed !== null}
      onChange={(_, next) => setUnfolded(next)}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 2, '&::before': { display: 'none' } }}
    >
      <AccordionSummary
        id={`plan-${part}-heading`}
        aria-controls={`plan-${part}`}
        expandIcon={<ExpandIcon />}
        sx={{ '& .MuiAccordionSummary-content': { alignItems: 'baseline', columnGap: 2 } }}
      >
        <Typography component="span" sx={{ fontWeight: 700 }}>
          {translate(`resources.plans.fields.${part}`)}
        </Typography>
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
          {amountOf(sections, part, translate)}
        </Typography>
      </AccordionSummary>
      <AccordionDetails sx={{ borderTop: 1, borderColor: 'divider', pt: 2 }}>
        {found && editable && typed === null ? (
          <FoundDraft at={found.at} onRestore={restore} onDiscard={close} />
        ) : null}
        {typed === null ? (
          <>
            {isEmpty(sections, part) ? (
              <Box sx={{ color: 'text.secondary' }}>{translate('planSections.nothing')}</Box>
            ) : (
              <Reader sections={sections} />
            )}
            {editable ? (
              <Button variant="outlined" onClick={open} sx={{ mt: 2 }} className="no-print">
                {translate('planSections.edit')}
              </Button>
            ) : null}
          </>
        ) : (
          <Box
            component="form"
            noValidate
            onSubmit={event => {
              event.preventDefault();
              void save();
            }}
          >
            <Writer sections={typed} onChange={write} marked={asked} />
            <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
              <Button type="submit" variant="contained" disabled={saving}>
                {translate('ra.action.save')}
              </Button>
              <Button onClick={close}>{translate('ra.action.cancel')}</Button>
            </Box>
          </Box>
        )}
        {clash && typed ? (
          <StaleDialog
            resource="plans"
            found={[{ field: part, mine: textOf(typed), theirs: textOf(clash.theirs.sections) }]}
            onKeepMine={() => void keepMine()}
            onTakeTheirs={close}
          />
        ) : null}
      </AccordionDetails>
    </Accordion>
  );
};

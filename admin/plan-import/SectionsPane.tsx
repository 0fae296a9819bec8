import ExpandIcon from '@mui/icons-material/ExpandMoreOutlined';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { PlanSections } from '../../sync/model/index.ts';
import { RocDate } from '../fields/index.ts';
import { amountOf, partNames } from '../plans/sections/parts.ts';
import { writers } from '../plans/sections/writers.tsx';
import type { Review } from './review.ts';

interface Props {
  readonly review: Pick<Review, 'sections' | 'document'>;
  /** Marks what is missing. */
  readonly marked: boolean;
  readonly onWrite: (sections: PlanSections) => void;
}

const Letter = ({ letter }: { readonly letter: NonNullable<Review['document']> }) => {
  const translate = useTranslate();
  const name = (field: string) => translate(`resources.plans.fields.${field}`);
  return (
    <Box sx={{ mb: 1.5, display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
      {letter.date ? (
        <span>
          {name('documentDate')} <RocDate value={letter.date} style="long" />
        </span>
      ) : null}
      {letter.number ? (
        <span>
          {name('documentNumber')} {letter.number}
        </span>
      ) : null}
    </Box>
  );
};

/** What the document says around its table, each part folded to how much that is, and written in place. */
export const SectionsPane = ({ review: { sections, document }, marked, onWrite }: Props) => {
  const translate = useTranslate();
  return (
    <>
      {document ? <Letter letter={document} /> : null}
      {partNames.map(part => {
        const Writer = writers[part];
        return (
          <Accordion key={part} disableGutters elevation={0} slotProps={{ transition: { unmountOnExit: true } }}>
            <AccordionSummary
              id={`read-${part}-heading`}
              aria-controls={`read-${part}`}
              expandIcon={<ExpandIcon />}
              sx={{ px: 0, '& .MuiAccordionSummary-content': { alignItems: 'baseline', columnGap: 2 } }}
            >
              <Typography component="span" sx={{ fontWeight: 700 }}>
                {translate(`resources.plans.fields.${part}`)}
              </Typography>
              <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
                {amountOf(sections, part, translate)}
              </Typography>
            </AccordionSummary>
            <AccordionDetails sx={{ px: 0 }}>
              <Writer sections={sections} onChange={onWrite} marked={marked} />
            </AccordionDetails>
          </Accordion>
        );
      })}
    </>
  );
};

import CompareIcon from '@mui/icons-material/VerticalSplitOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import type { PlanChoice, PlanComparison } from '../../sync/model/index.ts';
import { BesidePage } from '../plan-beside/index.ts';
import { DiffTable } from './DiffTable.tsx';
import { SectionDiff, ToSections } from './SectionDiff.tsx';
import { certainlyUnlinked, useLinking } from './use-linking.ts';

const Comparison = ({ comparison }: { readonly comparison: PlanComparison }) => {
  const translate = useTranslate();
  const linking = useLinking(comparison);
  const open = certainlyUnlinked(comparison.rows);
  return (
    <>
      {linking && open.length > 0 ? (
        <Alert
          className="no-print"
          severity="info"
          sx={{ mb: 1.5 }}
          action={
            <Button color="inherit" size="small" disabled={linking.busy} onClick={() => linking.link(open, true)}>
              {translate('planDiff.link.all', { smart_count: open.length })}
            </Button>
          }
        >
          {translate('planDiff.link.offer', { smart_count: open.length })}
        </Alert>
      ) : null}
      <ToSections rows={comparison.sections} />
      <DiffTable comparison={comparison} linking={linking} />
      <SectionDiff rows={comparison.sections} />
    </>
  );
};

/** Plans are compared with last year's above all. */
const isYearBefore = ({ relation, year: other }: PlanChoice, year: number): boolean =>
  relation === 'own' && other === year - 1;

/** Two plans side by side: this one, and what was before or above it. */
export const ComparePage = () => (
  <BesidePage<PlanComparison> path="compare" words="planDiff" icon={CompareIcon} likely={isYearBefore}>
    {comparison => <Comparison comparison={comparison} />}
  </BesidePage>
);

export default ComparePage;

import CoveredIcon from '@mui/icons-material/CheckCircleOutlined';
import UncoveredIcon from '@mui/icons-material/RadioButtonUncheckedOutlined';
import { useTranslate } from 'react-admin';
import { Chip } from '../fields/index.ts';
import type { Coverage } from './walk.ts';

/** Whether an item of the superior's plan is served; a heading says nothing. */
export const CoverageChip = ({ coverage }: { readonly coverage: Coverage }) => {
  const translate = useTranslate();
  if (coverage === 'heading') return null;
  return coverage === 'covered' ? (
    <Chip icon={CoveredIcon} tone="good" word={translate('crosswalk.covered')} />
  ) : (
    <Chip icon={UncoveredIcon} tone="watch" word={translate('crosswalk.uncovered')} />
  );
};

import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useTranslate } from 'react-admin';

/** What stands beside the tree: the document, the boxes of the row in hand, or what the plan says around its table. */
export type Beside = 'row' | 'original' | 'sections';

interface Props {
  readonly value: Beside;
  readonly onChange: (value: Beside) => void;
}

export const BesideTabs = ({ value, onChange }: Props) => {
  const translate = useTranslate();
  return (
    <Tabs
      value={value}
      onChange={(_, next: Beside) => onChange(next)}
      aria-label={translate('planImport.beside')}
      sx={{ minHeight: 40, mt: -1, mb: 1.5, borderBottom: 1, borderColor: 'divider' }}
    >
      <Tab value="original" label={translate('planImport.original')} sx={{ minHeight: 40 }} />
      <Tab value="row" label={translate('planImport.detail')} sx={{ minHeight: 40 }} />
      <Tab value="sections" label={translate('plans.tab.sections')} sx={{ minHeight: 40 }} />
    </Tabs>
  );
};

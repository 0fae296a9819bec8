import NoFormIcon from '@mui/icons-material/DoNotDisturbOnOutlined';
import FormIcon from '@mui/icons-material/TableChartOutlined';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useTranslate } from 'react-admin';

interface Props {
  readonly sheets: readonly string[];
  readonly present: string;
  /** Sheets that hold a form. */
  readonly forms: ReadonlySet<string>;
  readonly onOpen: (sheet: string) => void;
}

/** The sheets of a workbook, as tabs; those without a form say so. */
export const SheetTabs = ({ sheets, present, forms, onOpen }: Props) => {
  const translate = useTranslate();
  if (sheets.length < 2) return null;
  return (
    <Tabs
      value={sheets.includes(present) ? present : false}
      onChange={(_, next: string) => onOpen(next)}
      variant="scrollable"
      scrollButtons="auto"
      aria-label={translate('templates.sheets')}
      sx={{ mb: 1.5, minHeight: 40 }}
    >
      {sheets.map(sheet => (
        <Tab
          key={sheet}
          value={sheet}
          icon={forms.has(sheet) ? <FormIcon fontSize="small" /> : <NoFormIcon fontSize="small" />}
          iconPosition="start"
          label={forms.has(sheet) ? sheet : translate('templates.sheetNoForm', { sheet })}
          sx={{ minHeight: 40, py: 0.5, textTransform: 'none', maxWidth: 320 }}
        />
      ))}
    </Tabs>
  );
};

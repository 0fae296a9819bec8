import Box from '@mui/material/Box';
import { useFieldValue, useTranslate } from 'react-admin';
import { adText, type DateStyle, rocText } from './roc-text.ts';

interface Props {
  readonly value: string | null | undefined;
  readonly style?: DateStyle;
  /** Instants show the time in Taipei unless this is false. */
  readonly withTime?: boolean;
  /** Key of the words that stand for no date. */
  readonly empty?: string;
}

/** A day or an instant in ROC form, with AD on hover. */
export const RocDate = ({ value, style = 'short', withTime = true, empty = 'fields.noDate' }: Props) => {
  const translate = useTranslate();
  if (!value)
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {translate(empty)}
      </Box>
    );
  return (
    <Box
      component="time"
      dateTime={value}
      title={translate('fields.adDate', { date: adText(value) })}
      sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
    >
      {rocText(value, style, withTime)}
    </Box>
  );
};

export const RocDateField = ({
  source,
  ...rest
}: Omit<Props, 'value'> & { readonly source: string; readonly label?: string }) => (
  <RocDate value={useFieldValue({ source }) as string | null | undefined} {...rest} />
);

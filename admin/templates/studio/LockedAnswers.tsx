import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import type { SheetProfile } from '../../../sync/model/index.ts';
import { fillLocked, type SheetChange } from '../corrections/correct.ts';

interface LockedAnswersProps {
  readonly profile: SheetProfile;
  readonly onChange: ((change: SheetChange) => void) | undefined;
}

/** Tells that the protection of the sheet covers answer cells, which a person may overrule. */
export const LockedAnswers = ({ profile: { lockedAnswers, fillLocked: allowed }, onChange }: LockedAnswersProps) => {
  const translate = useTranslate();
  if (!lockedAnswers || allowed) return null;
  return (
    <Alert severity="warning">
      <AlertTitle>{translate('templates.locked.title')}</AlertTitle>
      {translate('templates.locked.text', { count: lockedAnswers })}
      {onChange ? (
        <Button
          size="small"
          color="inherit"
          variant="outlined"
          sx={{ display: 'flex', mt: 1 }}
          onClick={() => onChange(fillLocked)}
        >
          {translate('templates.locked.allow')}
        </Button>
      ) : null}
    </Alert>
  );
};

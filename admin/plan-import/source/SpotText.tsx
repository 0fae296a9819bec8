import WarnIcon from '@mui/icons-material/WarningAmberRounded';
import ButtonBase from '@mui/material/ButtonBase';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

export interface Marks {
  readonly spot: string | null;
  readonly doubtful: ReadonlySet<string>;
  readonly onPick: (spot: string) => void;
}

interface Props extends Marks {
  readonly name: string;
  readonly children: ReactNode;
}

/** A text of the document that leads to the row it became. */
export const SpotText = ({ name, spot, doubtful, onPick, children }: Props) => {
  const translate = useTranslate();
  const here = spot === name;
  return (
    <ButtonBase
      data-spot={name}
      aria-current={here ? 'true' : undefined}
      onClick={() => onPick(name)}
      sx={{
        display: 'block',
        width: '100%',
        textAlign: 'left',
        font: 'inherit',
        lineHeight: 'inherit',
        whiteSpace: 'pre-line',
        overflowWrap: 'anywhere',
        px: 0.75,
        py: 0.25,
        borderRadius: 0.5,
        bgcolor: here ? 'action.selected' : undefined,
        boxShadow: here ? theme => `inset 3px 0 0 ${theme.palette.primary.main}` : undefined,
        '&:hover': { bgcolor: here ? 'action.selected' : 'action.hover' },
        '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
      }}
    >
      {doubtful.has(name) ? (
        <WarnIcon
          titleAccess={translate('planImport.doubtHere')}
          sx={{ fontSize: '1rem', color: 'warning.main', verticalAlign: '-0.15em', mr: 0.5 }}
        />
      ) : null}
      {children}
    </ButtonBase>
  );
};

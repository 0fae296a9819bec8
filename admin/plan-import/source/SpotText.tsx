import WarnIcon from '@mui/icons-material/WarningAmberRounded';
import { useTranslate } from 'react-admin';

export interface Marks {
  /** Spots with something to look at. */
  readonly doubtful: ReadonlySet<string>;
}

interface Props extends Marks {
  readonly name: string;
  readonly text: string;
}

/** A text of the document that leads to the row it became. */
export const SpotText = ({ name, text, doubtful }: Props) => {
  const translate = useTranslate();
  return (
    <button type="button" className="source-spot" data-spot={name}>
      {doubtful.has(name) ? <WarnIcon titleAccess={translate('planImport.doubtHere')} /> : null}
      {text}
    </button>
  );
};

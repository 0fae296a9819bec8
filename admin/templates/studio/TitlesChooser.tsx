import { useTranslate } from 'react-admin';
import type { SheetChange } from '../corrections/correct.ts';
import type { Picked } from '../grid/Grid.tsx';
import { Choices } from './Choices.tsx';
import { titlesAt } from './choices.ts';
import { PlacePopover } from './PlacePopover.tsx';

interface Props {
  readonly picked: Picked;
  /** There are rows below it. */
  readonly more: boolean;
  readonly onChange: (change: SheetChange) => void;
  readonly onClose: () => void;
}

/** On a sheet where no form was found: the row of its titles, from which the rest is found. */
export const TitlesChooser = ({ picked: { row, element }, more, onChange, onClose }: Props) => {
  const translate = useTranslate();
  return (
    <PlacePopover name={translate('templates.place.row', { row })} text="" anchor={element} onClose={onClose}>
      <Choices
        label={translate('templates.ask.row')}
        groups={titlesAt(row, more)}
        onChoose={({ change }) => {
          if (change) onChange(change);
          onClose();
        }}
      />
    </PlacePopover>
  );
};

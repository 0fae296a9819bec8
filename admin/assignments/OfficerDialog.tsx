import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ConfirmDialog } from '../verbs/index.ts';
import { PersonBox, usePeople } from './PersonBox.tsx';

interface Props {
  readonly unitId: string;
  readonly busy: boolean;
  readonly onConfirm: (officerId: string | null) => void;
  readonly onClose: () => void;
}

/** Names the case officer of several assignments of one unit. */
export const OfficerDialog = ({ unitId, busy, onConfirm, onClose }: Props) => {
  const translate = useTranslate();
  const people = usePeople({ unitId, disabled: false });
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <ConfirmDialog
      title={translate('assignments.setOfficer')}
      verb={translate('ra.action.confirm')}
      busy={busy}
      onConfirm={() => onConfirm(chosen)}
      onClose={onClose}
    >
      <p>{translate('assignments.officerHelp')}</p>
      <PersonBox
        autoFocus
        label={translate('resources.assignments.fields.officerId')}
        placeholder={translate('assignments.nobody')}
        people={people}
        value={chosen}
        onChange={setChosen}
      />
    </ConfirmDialog>
  );
};

import { type ReactNode, useState } from 'react';
import {
  DeleteWithConfirmButton,
  Edit,
  type EditProps,
  type RaRecord,
  SaveButton,
  ShowButton,
  SimpleForm,
  type SimpleFormProps,
  Toolbar,
  TopToolbar,
  useCanAccess,
  useNotify,
  useRecordContext,
  useRefresh,
  useResourceContext,
  useUpdate,
} from 'react-admin';
import { besideHeading, formWidth } from './beside-heading.ts';
import { KeptDraft } from './KeptDraft.tsx';
import { StaleDialog } from './StaleDialog.tsx';
import { currentRowOf, differences } from './stale.ts';
import { useLeaving } from './use-leaving.ts';

interface Clash {
  readonly before: RaRecord;
  readonly mine: RaRecord;
  readonly theirs: RaRecord;
}

type Deletes = boolean | ((record: RaRecord) => boolean);

const FormToolbar = ({ deletes }: { readonly deletes: Deletes }) => {
  const record = useRecordContext();
  const resource = useResourceContext() ?? '';
  const { canAccess } = useCanAccess({ resource, action: 'delete' });
  const offered = typeof deletes === 'boolean' ? deletes : record !== undefined && deletes(record);
  return (
    <Toolbar sx={{ justifyContent: 'space-between' }}>
      <SaveButton />
      {offered && canAccess ? <DeleteWithConfirmButton mutationMode="pessimistic" /> : null}
    </Toolbar>
  );
};

interface Props extends Omit<EditProps, 'children'> {
  readonly children: ReactNode;
  /** Offers to delete, to whoever may, always or by the record; the server refuses what is in use. */
  readonly deletes?: Deletes;
  readonly form?: Omit<SimpleFormProps, 'children'>;
}

/** Every edit page: only changed fields are sent; when somebody else saved first the person sees both and chooses. */
export const EditPage = ({ children, deletes = false, form, redirect = 'show', ...rest }: Props) => {
  const resource = useResourceContext() ?? '';
  const [clash, setClash] = useState<Clash | null>(null);
  const { isLeaving, leave } = useLeaving(redirect, 'updated');
  const [update] = useUpdate();
  const notify = useNotify();
  const refresh = useRefresh();
  const refused = (error: unknown, variables: { readonly data?: unknown; readonly previousData?: unknown }) => {
    const theirs = currentRowOf(error);
    if (theirs)
      setClash({
        before: variables.previousData as RaRecord,
        mine: variables.data as RaRecord,
        theirs: theirs as RaRecord,
      });
    else notify(error instanceof Error ? error.message : 'ra.notification.http_error', { type: 'error' });
  };
  const saved = (row: RaRecord) => {
    setClash(null);
    leave(row);
  };
  const found = clash ? differences(clash.before, clash.mine, clash.theirs) : [];
  const keepMine = () => {
    if (!clash) return;
    const data = { ...clash.theirs, ...Object.fromEntries(found.map(({ field, mine }) => [field, mine])) };
    void update(
      resource,
      { id: clash.theirs.id, data, previousData: clash.theirs },
      { onSuccess: saved, onError: (error, variables) => refused(error, variables), mutationMode: 'pessimistic' },
    );
  };
  return (
    <Edit
      mutationMode="pessimistic"
      actions={
        <TopToolbar className="no-print" sx={besideHeading}>
          <ShowButton />
        </TopToolbar>
      }
      sx={formWidth}
      redirect={redirect}
      {...rest}
      mutationOptions={{ onSuccess: saved, onError: refused }}
    >
      <SimpleForm toolbar={<FormToolbar deletes={deletes} />} warnWhenUnsavedChanges={!isLeaving} {...form}>
        <KeptDraft />
        {children}
      </SimpleForm>
      {clash ? (
        <StaleDialog
          resource={resource}
          found={found}
          onKeepMine={keepMine}
          onTakeTheirs={() => {
            setClash(null);
            refresh();
          }}
        />
      ) : null}
    </Edit>
  );
};

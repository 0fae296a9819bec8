import Button from '@mui/material/Button';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { type Machine, verbsFrom } from '../../sync/model/index.ts';
import { mayUse, useSession, useVerb } from '../data/index.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

interface Moved {
  readonly id: string;
  readonly version: number;
  readonly agencyId: string;
}

/** What stands between a verb's button and the verb, where asking for a reason or a confirmation is not enough. */
export interface VerbDialogProps<Row> {
  readonly row: Row;
  readonly title: string;
  readonly verb: string;
  readonly busy: boolean;
  readonly onConfirm: (body?: Readonly<Record<string, unknown>>) => void;
  readonly onClose: () => void;
}

interface Props<Row, State extends string, Verb extends string> {
  readonly resource: string;
  /** The machine's name in the catalogue: `verbs.{name}.{verb}`, and `verbText.{name}.{verb}` for what it will do. */
  readonly name: string;
  readonly machine: Machine<State, Verb>;
  readonly row: Row & Moved & { readonly state: State };
  readonly dialogs?: { readonly [V in NoInfer<Verb>]?: ComponentType<VerbDialogProps<Row & Moved>> };
  /** The verb that usually comes next; its button stands out. */
  readonly usual?: readonly NoInfer<Verb>[];
  readonly size?: 'small' | 'medium';
  /** Tells what a verb did, instead of the plain notice. */
  readonly tell?: { readonly [V in NoInfer<Verb>]?: (row: Row & Moved) => void | Promise<void> };
}

/** The verbs that the machine allows in this state and that the person's role is offered on rows of their own agency; no others. */
export function VerbButtons<Row, State extends string, Verb extends string>({
  resource,
  name,
  machine,
  row,
  dialogs,
  usual = [],
  size = 'medium',
  tell,
}: Props<Row, State, Verb>) {
  const translate = useTranslate();
  const notify = useNotify();
  const { user } = useSession();
  const [asking, setAsking] = useState<Verb | null>(null);
  const { mutate, isPending } = useVerb<Row & Moved>(resource, done => {
    if (asking === null) return;
    const told = tell?.[asking];
    if (told) void told(done);
    else notify('verbDone', { type: 'success', messageArgs: { verb: word(asking) } });
    setAsking(null);
  });
  const place = useRef<HTMLElement | null>(null);
  const left = useRef(row.state);
  // A verb takes its own button away, and with it the focus: it goes on to what can be done next.
  useEffect(() => {
    if (asking !== null || left.current === row.state) return;
    left.current = row.state;
    if (document.activeElement === document.body)
      (place.current?.querySelector<HTMLElement>('button:enabled') ?? document.querySelector('main'))?.focus();
  }, [asking, row.state]);
  const word = (verb: Verb) => translate(`verbs.${name}.${verb}`);
  const text = (verb: Verb) => translate(`verbText.${name}.${verb}`, { _: '' });
  const run =
    (verb: Verb) =>
    (body: Readonly<Record<string, unknown>> = {}) =>
      mutate({ id: row.id, verb, body: { version: row.version, ...body } });
  const Dialog: ComponentType<VerbDialogProps<Row & Moved>> | undefined =
    asking === null ? undefined : dialogs?.[asking];
  return (
    <>
      {(row.agencyId === user.agencyId ? verbsFrom(machine, row.state) : [])
        .filter(verb => mayUse(user.role, resource, verb))
        .map(verb => (
          <Button
            key={verb}
            size={size}
            variant={usual.includes(verb) ? 'contained' : 'outlined'}
            onClick={event => {
              place.current = event.currentTarget.parentElement;
              setAsking(verb);
            }}
          >
            {word(verb)}
          </Button>
        ))}
      {asking === null ? null : Dialog ? (
        <Dialog
          row={row}
          title={word(asking)}
          verb={word(asking)}
          busy={isPending}
          onConfirm={run(asking)}
          onClose={() => setAsking(null)}
        />
      ) : machine.verbs[asking].reason === 'required' ? (
        <ReasonDialog
          title={word(asking)}
          text={text(asking)}
          verb={word(asking)}
          busy={isPending}
          onConfirm={reason => run(asking)({ reason })}
          onClose={() => setAsking(null)}
        />
      ) : (
        <ConfirmDialog
          title={word(asking)}
          verb={word(asking)}
          busy={isPending}
          onConfirm={() => run(asking)()}
          onClose={() => setAsking(null)}
        >
          {text(asking)}
        </ConfirmDialog>
      )}
    </>
  );
}

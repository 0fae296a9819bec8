import { memo, type ReactNode, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { choicesOf, type Decision, decisionKey } from '../../sync/model/index.ts';
import { Chip } from '../fields/index.ts';
import { Difference } from './Difference.tsx';
import { fieldLooks } from './looks.ts';
import { Pane } from './Pane.tsx';
import { paneTexts } from './pane-texts.ts';
import { standing } from './plan.ts';
import type { ShownField } from './shown.ts';

interface Props {
  readonly rowId: string;
  readonly field: ShownField;
  readonly chosen: Decision | undefined;
  /** Whether it is over, so that ours is what stood here then. */
  readonly past: boolean;
  /** Undefined where nothing can be decided any more, or not by this person. */
  readonly onChoose?: ((key: string, choice: Decision) => void) | undefined;
}

const Text = ({ open, children }: { readonly open: boolean; readonly children: ReactNode }) => (
  <span className={open ? 'merge-text is-open' : 'merge-text is-clamped'}>{children}</span>
);

const Blank = () => {
  const translate = useTranslate();
  return <span className="merge-blank">{translate('exchange.field.blank')}</span>;
};

/** What the three-way rule says of the field, and what was decided. */
const Verdict = ({ field, chosen }: Pick<Props, 'field' | 'chosen'>) => {
  const translate = useTranslate();
  const turnedDown = field.outcome === 'theirs' && chosen === 'ours';
  if (field.outcome !== 'conflict') {
    const what = turnedDown ? 'turnedDown' : field.outcome;
    return <Chip {...fieldLooks[what]} word={translate(`exchange.outcome.${what}`)} />;
  }
  return chosen ? (
    <Chip {...fieldLooks.settled} word={translate(`exchange.settled.${chosen}`)} />
  ) : (
    <Chip {...fieldLooks[field.why ?? 'conflict']} word={translate(`exchange.why.${field.why ?? 'bothChanged'}`)} />
  );
};

/** One field: what it left with, what stands here now, and what came back, the difference marked, the choice in the pane itself. */
export const FieldPanes = memo(({ rowId, field, chosen, past, onChoose }: Props) => {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const texts = useMemo(() => paneTexts(field, open, translate), [field, open, translate]);
  const key = decisionKey(rowId, field.field);
  const name = translate(`exchange.answer.${field.field}`);
  const choices = choicesOf(field);
  const side = choices.length > 0 ? standing(field, chosen) : undefined;
  const oursIsBase = field.ours === field.base;

  const offer = (choice: Decision) =>
    onChoose && choices.includes(choice)
      ? {
          group: key,
          label: translate(`exchange.field.take.${choice}`, { field: name }),
          onChoose: () => onChoose(key, choice),
        }
      : undefined;
  return (
    <fieldset className="merge-field" data-key={key}>
      <legend>
        <span className="merge-name">{name}</span>
        {field.cell ? (
          <span className="merge-cell">{translate('exchange.field.cell', { cell: field.cell })}</span>
        ) : null}
        <Verdict field={field} chosen={chosen} />
        {field.clearing ? <Chip {...fieldLooks.clearing} word={translate('exchange.field.clears')} /> : null}
      </legend>
      {field.why ? <p className="merge-why">{translate(`exchange.whyText.${field.why}`)}</p> : null}
      <div className={oursIsBase ? 'merge-panes has-two' : 'merge-panes'}>
        {oursIsBase ? null : (
          <Pane kind="base" title={translate('exchange.side.base')}>
            {texts.base === '' ? <Blank /> : <Text open={open}>{texts.base}</Text>}
          </Pane>
        )}
        <Pane
          kind="ours"
          title={translate(`exchange.side.${past ? 'past' : 'ours'}${oursIsBase ? 'AsBase' : ''}`)}
          chosen={side === 'ours'}
          choice={offer('ours')}
        >
          {field.ours ? null : <Blank />}
          <Text open={open}>
            <Difference parts={texts.ours} />
          </Text>
        </Pane>
        <Pane
          kind="theirs"
          title={translate('exchange.side.theirs')}
          chosen={side === 'theirs'}
          impossible={choices.length > 0 && !choices.includes('theirs')}
          choice={offer('theirs')}
        >
          {field.clearing ? <span className="merge-clearing">{translate('exchange.field.clearing')}</span> : null}
          {field.theirs || field.clearing ? null : <Blank />}
          <Text open={open}>
            <Difference parts={texts.theirs} />
          </Text>
        </Pane>
      </div>
      {texts.long ? (
        <button type="button" className="merge-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {translate(open ? 'shell.fold' : 'shell.openAll')}
        </button>
      ) : null}
    </fieldset>
  );
});

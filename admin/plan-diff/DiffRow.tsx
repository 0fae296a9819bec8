import Button from '@mui/material/Button';
import { type CSSProperties, memo } from 'react';
import { useTranslate } from 'react-admin';
import type { PlanDiffRow } from '../../sync/model/index.ts';
import { Chip } from '../fields/index.ts';
import { looks } from './looks.ts';
import { Side } from './Side.tsx';

export interface Linking {
  readonly link: (rows: readonly PlanDiffRow[], on: boolean) => void;
  readonly busy: boolean;
}

interface Props {
  readonly row: PlanDiffRow;
  readonly index: number;
  readonly context: boolean;
  readonly active: boolean;
  readonly onActivate: (index: number) => void;
  readonly linking: Linking | null;
}

/** Both are one item of two years; whether it is written down that the later goes on with the earlier. */
const LinkButton = ({ row, linking }: { readonly row: PlanDiffRow; readonly linking: Linking }) => {
  const translate = useTranslate();
  const { before, after } = row;
  if (!before || !after) return null;
  const linked = after.carriedFrom === before.id;
  return (
    <Button
      className={linked ? 'no-print diff-undo' : 'no-print'}
      size="small"
      disabled={linking.busy}
      onClick={() => linking.link([row], !linked)}
      aria-label={translate(`planDiff.link.${linked ? 'undoNamed' : 'doNamed'}`, { text: after.text })}
      sx={{ px: 0.75, ml: -0.75 }}
    >
      {translate(`planDiff.link.${linked ? 'undo' : 'do'}`)}
    </Button>
  );
};

export const DiffRow = memo(({ row, index, context, active, onActivate, linking }: Props) => {
  const translate = useTranslate();
  const { icon, tone } = looks[row.kind];
  const marks = [row.kind, `depth-${row.depth}`, active && 'is-active', context && 'is-context']
    .filter(Boolean)
    .join(' ');
  const also = row.differs.filter(field => field !== 'text' && field !== 'place');
  return (
    <tr
      className={marks}
      data-index={index}
      tabIndex={active ? 0 : -1}
      style={{ '--depth': row.depth } as CSSProperties}
      onClick={() => onActivate(index)}
      onFocus={() => onActivate(index)}
    >
      <th scope="row">
        <Chip icon={icon} tone={tone} word={translate(`planDiff.kind.${row.kind}`)} />
        {row.kind === 'moved' && row.differs.includes('text') ? (
          <span className="diff-more">{translate('planDiff.kind.reworded')}</span>
        ) : null}
        {also.length > 0 ? (
          <span className="diff-more">
            {translate('planDiff.also', {
              fields: also
                .map(field => translate(`resources.planItems.fields.${field}`))
                .join(translate('planTree.comma')),
            })}
          </span>
        ) : null}
        {row.certain ? null : <span className="diff-more diff-differs">{translate('planDiff.doubtful')}</span>}
        {linking ? <LinkButton row={row} linking={linking} /> : null}
      </th>
      <Side row={row} which="before" />
      <Side row={row} which="after" />
    </tr>
  );
});

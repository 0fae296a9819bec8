import type { CSSProperties } from 'react';
import { useTranslate } from 'react-admin';
import type { CrosswalkItem } from '../../sync/model/index.ts';
import { itemText } from '../assignments/item-text.ts';
import { printedLabel } from '../plan-tree/outline/index.ts';
import { CoverageChip } from './CoverageChip.tsx';
import type { Walk } from './walk.ts';
import { WalkFrame } from './walk-styles.ts';

interface Props {
  readonly items: readonly CrosswalkItem[];
  readonly walk: Walk;
  readonly activeId: string | null;
  readonly onActivate: (id: string) => void;
}

/** The superior's plan from top to bottom: what serves each item stands below its text, and whether anything does beside it. */
export const SuperiorList = ({ items, walk, activeId, onActivate }: Props) => {
  const translate = useTranslate();
  return (
    <WalkFrame>
      <ul aria-label={translate('crosswalk.superiorItems')}>
        {items.map(item => {
          const links = walk.linksOf.get(item.id) ?? [];
          const waiting = walk.suggestionsOf.get(item.id)?.length ?? 0;
          const active = item.id === activeId;
          return (
            <li key={item.id}>
              <button
                type="button"
                className={`walk-row depth-${item.depth}${active ? ' is-active' : ''}`}
                aria-pressed={active}
                style={{ '--depth': item.depth } as CSSProperties}
                onClick={() => onActivate(item.id)}
              >
                <span className="walk-text">
                  {item.label === null ? null : <span className="walk-label">{printedLabel(item.label)}</span>}
                  {item.text === '' ? translate('planTree.noText') : item.text}
                  {links.map(({ id, planItemId }) => {
                    const step = walk.own.get(planItemId);
                    return (
                      <span className="walk-link" key={id}>
                        → {step ? itemText(step) : ''}
                      </span>
                    );
                  })}
                </span>
                <span className="walk-side">
                  <CoverageChip coverage={walk.coverage.get(item.id)!} />
                  {waiting > 0 ? (
                    <span className="walk-hint">{translate('crosswalk.waiting', { smart_count: waiting })}</span>
                  ) : null}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </WalkFrame>
  );
};

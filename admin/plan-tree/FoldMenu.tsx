import UnfoldIcon from '@mui/icons-material/UnfoldMoreOutlined';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { levelAt } from '../../sync/model/index.ts';
import type { OutlineRow } from './outline/index.ts';
import type { Folding } from './use-folding.ts';

/** Opens all of a tree, or folds it down to one of its upper levels. */
export const FoldMenu = ({ rows, folding }: { readonly rows: readonly OutlineRow[]; readonly folding: Folding }) => {
  const translate = useTranslate();
  const [at, setAt] = useState<HTMLElement | null>(null);
  const deepest = Math.max(0, ...rows.map(row => row.depth));
  const choose = (depth?: number) => () => {
    folding.foldFrom(rows, depth);
    setAt(null);
  };
  return (
    <>
      <Button
        startIcon={<UnfoldIcon />}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={event => setAt(event.currentTarget)}
      >
        {translate('planTree.view')}
      </Button>
      <Menu anchorEl={at} open={at !== null} onClose={() => setAt(null)}>
        <MenuItem onClick={choose()}>{translate('planTree.openAll')}</MenuItem>
        {Array.from({ length: Math.min(deepest, 3) }, (_, depth) => (
          <MenuItem key={levelAt(depth)} onClick={choose(depth)}>
            {translate('planTree.foldTo', { level: translate(`levels.${levelAt(depth)}`) })}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};

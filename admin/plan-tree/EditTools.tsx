import AddIcon from '@mui/icons-material/AddOutlined';
import DownIcon from '@mui/icons-material/ArrowDownwardOutlined';
import UpIcon from '@mui/icons-material/ArrowUpwardOutlined';
import MergeIcon from '@mui/icons-material/CallMergeOutlined';
import PasteIcon from '@mui/icons-material/ContentPasteOutlined';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import EditIcon from '@mui/icons-material/EditOutlined';
import OutdentIcon from '@mui/icons-material/FormatIndentDecreaseOutlined';
import IndentIcon from '@mui/icons-material/FormatIndentIncreaseOutlined';
import NumbersIcon from '@mui/icons-material/FormatListNumberedOutlined';
import AddInsideIcon from '@mui/icons-material/SubdirectoryArrowRightOutlined';
import UndoIcon from '@mui/icons-material/UndoOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import type { TreeBoard } from './board/tree-board.ts';
import { moves, type OutlineRow } from './outline/index.ts';
import { ToolButton } from './ToolButton.tsx';

interface Props<R extends OutlineRow> {
  readonly rows: readonly R[];
  readonly board: Pick<
    TreeBoard<R>,
    'active' | 'add' | 'edit' | 'move' | 'remove' | 'mergeUp' | 'setPasting' | 'renumber' | 'undo'
  >;
  /** What would be taken back; null when there is nothing. */
  readonly undoName: string | null;
}

const moveTools = [
  { name: 'up', icon: UpIcon, key: 'Alt + ↑' },
  { name: 'down', icon: DownIcon, key: 'Alt + ↓' },
  { name: 'outdent', icon: OutdentIcon, key: 'Alt + ←' },
  { name: 'indent', icon: IndentIcon, key: 'Alt + →' },
] as const;

/** Everything the keyboard can do to a tree's rows, as buttons. */
export function EditTools<R extends OutlineRow>({ rows, board, undoName }: Props<R>) {
  const translate = useTranslate();
  const { active } = board;
  const none = active === null;
  const onActive = (act: (id: string) => void) => () => active && act(active.id);
  return (
    <Box
      role="toolbar"
      aria-label={translate('planTree.toolbar')}
      className="no-print"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.25 }}
    >
      <Button size="small" startIcon={<AddIcon />} onClick={() => board.add('after')}>
        {translate('planTree.add')}
      </Button>
      <ToolButton
        icon={AddInsideIcon}
        name={translate('planTree.addInside')}
        disabled={none}
        onClick={() => board.add('inside')}
      />
      <ToolButton
        icon={EditIcon}
        name={translate('planTree.edit')}
        shortcut="Enter"
        disabled={none}
        onClick={onActive(board.edit)}
      />
      {moveTools.map(({ name, icon, key }) => (
        <ToolButton
          key={name}
          icon={icon}
          name={translate(`planTree.${name}`)}
          shortcut={key}
          disabled={none || moves[name](rows, active.id) === null}
          onClick={onActive(id => board.move(name, id))}
        />
      ))}
      {board.mergeUp ? (
        <ToolButton
          icon={MergeIcon}
          name={translate('planTree.merge')}
          disabled={none || rows[0]?.id === active.id}
          onClick={onActive(board.mergeUp)}
        />
      ) : null}
      <ToolButton
        icon={DeleteIcon}
        name={translate('planTree.remove')}
        shortcut="Delete"
        disabled={none}
        onClick={onActive(board.remove)}
      />
      <ToolButton
        icon={PasteIcon}
        name={translate('planTree.pasteRows')}
        shortcut="Ctrl + V"
        onClick={() => board.setPasting('')}
      />
      <ToolButton icon={NumbersIcon} name={translate('planTree.renumber')} disabled={none} onClick={board.renumber} />
      <ToolButton
        icon={UndoIcon}
        name={undoName === null ? translate('plans.nothingToUndo') : translate('plans.undoWhat', { what: undoName })}
        shortcut="Ctrl + Z"
        disabled={undoName === null}
        onClick={board.undo}
      />
    </Box>
  );
}

import Box from '@mui/material/Box';
import { type KeyboardEvent, useId, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { Swatch } from '../parts/Swatch.tsx';
import type { Option, OptionGroup } from './choices.ts';

interface Props {
  readonly label: string;
  readonly groups: readonly OptionGroup[];
  readonly onChoose: (option: Option) => void;
}

/** Few long ones stand below each other, many short ones beside each other. */
const columnsOf = (count: number) => (count <= 3 ? '1fr' : { xs: '1fr 1fr', sm: '1fr 1fr 1fr' });

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** One of several things to say, as a list box: arrows walk, Enter chooses, what holds now is marked. */
export const Choices = ({ label, groups, onChoose }: Props) => {
  const translate = useTranslate();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const all = groups.flatMap(group => group.options);
  const first = (all.find(option => option.selected) ?? all[0])?.key;

  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    const items = [...(frame.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
    const at = items.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    const by = steps[event.key];
    const next =
      by !== undefined
        ? items[(at + by + items.length) % items.length]
        : event.key === 'Home'
          ? items[0]
          : items.at(-1);
    if (by !== undefined || event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      next?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const option = all.find(one => one.key === items[at]?.dataset.key);
      if (option) onChoose(option);
    }
  };
  return (
    <Box ref={frame} role="listbox" aria-label={label} onKeyDown={pressed}>
      {groups.map(group => (
        <Box key={group.key} role="group" aria-labelledby={`${id}-${group.key}`} sx={{ mt: 1 }}>
          <Box id={`${id}-${group.key}`} sx={{ fontSize: '0.8125rem', color: 'text.secondary', fontWeight: 600 }}>
            {translate(`templates.group.${group.key}`)}
          </Box>
          <Box
            role="presentation"
            sx={{ display: 'grid', gridTemplateColumns: columnsOf(group.options.length), gap: 0.5, mt: 0.5 }}
          >
            {group.options.map(option => (
              <Box
                key={option.key}
                role="option"
                data-key={option.key}
                aria-selected={option.selected}
                tabIndex={option.key === first ? 0 : -1}
                onClick={() => onChoose(option)}
                sx={{
                  display: 'flex',
                  alignItems: 'center',
                  gap: 1,
                  px: 1,
                  py: 0.5,
                  minHeight: 34,
                  lineHeight: 1.4,
                  fontSize: '0.9375rem',
                  border: 1,
                  borderColor: 'divider',
                  borderRadius: 1,
                  cursor: 'pointer',
                  '&:hover': { bgcolor: 'action.hover' },
                  '&[aria-selected="true"]': {
                    borderColor: 'primary.main',
                    boxShadow: theme => `inset 0 0 0 1px ${theme.palette.primary.main}`,
                    fontWeight: 700,
                  },
                }}
              >
                {option.part ? <Swatch part={option.part} /> : null}
                <span>{translate(option.word, option.params ?? {})}</span>
              </Box>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
};

import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { SheetChange, Understood } from '../corrections/correct.ts';
import { basisText, decisionText } from '../corrections/decision-words.ts';
import { decisionsAbout } from '../corrections/doubts.ts';
import type { Picked } from '../grid/Grid.tsx';
import { columnLetters } from '../grid/places.ts';
import { toldAt } from '../parts/parts.ts';
import { Choices } from './Choices.tsx';
import { groupsOf, type Scope, scopesOf, seenAs, usualScope, whatsAbout } from './choices.ts';
import { PlacePopover } from './PlacePopover.tsx';
import { Sure } from './Sure.tsx';

interface Props {
  readonly picked: Picked;
  readonly understood: Understood;
  /** What stands in the cell. */
  readonly text: string;
  /** Undefined for people who only look. */
  readonly onChange: ((change: SheetChange) => void) | undefined;
  readonly onClose: () => void;
}

/** Says what a place on the sheet was taken for and why, and lets a person say what it is. */
export const Chooser = ({ picked, understood, text, onChange, onClose }: Props) => {
  const translate = useTranslate();
  const { profile, titleOf } = understood;
  const column = columnLettersOf(picked);
  const place = { column, row: picked.row };
  const told = toldAt(profile, place);
  const [scope, setScope] = useState<Scope>(() => usualScope(profile, place));
  const scopes = scopesOf(profile, place);
  const address = `${column}${picked.row}`;
  const name =
    picked.row === 0
      ? translate('templates.place.column', { column })
      : picked.column === 0
        ? translate('templates.place.row', { row: picked.row })
        : address;
  const about = decisionsAbout(profile, {
    address: scope === 'cell' ? address : null,
    whats: whatsAbout(profile, scope, place),
  }).filter(({ what, value }) => what !== 'column.resultTicks' || value.startsWith(`${told.column} `));
  const shownText = told.row === 0 ? titleOf(told.column) : text;
  return (
    <PlacePopover name={name} text={shownText} anchor={picked.element} onClose={onClose}>
      {about.length === 0 ? null : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 1, bgcolor: 'sunken', borderRadius: 1 }}>
          {about.slice(0, 4).map(decision => (
            <Box component="li" key={`${decision.what} ${decision.value}`} sx={{ fontSize: '0.875rem' }}>
              {decisionText(decision, translate, profile)} <Sure confidence={decision.confidence} />
              <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
                {basisText(decision, translate)}
              </Box>
            </Box>
          ))}
        </Box>
      )}
      {onChange ? (
        <>
          {scopes.length > 1 ? (
            <ToggleButtonGroup
              exclusive
              size="small"
              value={scope}
              aria-label={translate('templates.scope.label')}
              onChange={(_, next: Scope | null) => next && setScope(next)}
              sx={{ mt: 1.5 }}
            >
              {scopes.map(one => (
                <ToggleButton
                  key={one}
                  value={one}
                  sx={{ textTransform: 'none', px: 1.5, py: 0.25, color: 'text.primary' }}
                >
                  {translate(`templates.scope.${seenAs(profile, one)}`, { ...place, address })}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          ) : null}
          <Choices
            key={scope}
            label={translate(`templates.ask.${seenAs(profile, scope)}`)}
            groups={groupsOf(scope, understood, place)}
            onChoose={({ change }) => {
              if (change) onChange(change);
              onClose();
            }}
          />
        </>
      ) : null}
    </PlacePopover>
  );
};

const columnLettersOf = ({ column }: Picked): string => (column === 0 ? '' : columnLetters(column));

import SeenIcon from '@mui/icons-material/TaskAltOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { IssueLine } from './from-file.tsx';
import { lineWord, placeText } from './issue-words.ts';
import { isOpen, type Review, type ReviewIssue } from './review.ts';
import type { Place } from './source/index.ts';

/** Where "the next one to look at" leads once no row has any. */
export const generalId = 'issues-of-the-file';

interface Props {
  readonly review: Review;
  readonly onSeen: () => void;
  /** Shows a place in the document and the row it was taken into; undefined where it cannot be shown. */
  readonly showing: (place: Place) => (() => void) | undefined;
}

/** More would push the tree out of sight. */
const atFirst = 4;

const PlaceLink = ({ text, onShow }: { readonly text: string; readonly onShow: (() => void) | undefined }) => {
  const translate = useTranslate();
  return onShow ? (
    <Link
      component="button"
      onClick={onShow}
      title={translate('planImport.showOriginal')}
      sx={{ ml: 1, fontSize: '0.875rem', verticalAlign: 'baseline' }}
    >
      {text}
    </Link>
  ) : (
    <Box component="span" sx={{ color: 'text.secondary', ml: 1, fontSize: '0.875rem' }}>
      {text}
    </Box>
  );
};

/** What asks for a look comes first. */
const weight = (issue: ReviewIssue): number => (isOpen(issue) ? (issue.severity === 'error' ? 0 : 1) : 2);

/** Doubts about the whole file, or about a place of it that became no row. */
export const GeneralIssues = ({ review, onSeen, showing }: Props) => {
  const translate = useTranslate();
  const [all, setAll] = useState(false);
  const issues = review.issues.filter(issue => issue.rowId === null).toSorted((a, b) => weight(a) - weight(b));
  if (issues.length === 0) return null;
  const shown = all ? issues : issues.slice(0, atFirst);
  return (
    <Box id={generalId} tabIndex={-1} sx={{ mt: 1.5, p: 1.25, bgcolor: 'sunken', borderRadius: 1 }}>
      <Box sx={{ fontWeight: 600 }}>{translate('planImport.general')}</Box>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {shown.map(issue => {
          const place = placeText(issue, { several: true, lines: lineWord(review.fileName) }, translate);
          return (
            <li key={`${issue.code} ${place} ${JSON.stringify(issue.params)}`}>
              <IssueLine issue={issue} />
              {place === '' ? null : <PlaceLink text={place} onShow={showing(issue)} />}
            </li>
          );
        })}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.75 }}>
        {issues.some(isOpen) ? (
          <Button size="small" variant="outlined" startIcon={<SeenIcon />} onClick={onSeen}>
            {translate(issues.length > 1 ? 'planImport.seenAll' : 'planImport.seen', { count: issues.length })}
          </Button>
        ) : null}
        {issues.length > atFirst ? (
          <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {translate(all ? 'planImport.showFewer' : 'planImport.showRest', { count: issues.length - atFirst })}
          </Button>
        ) : null}
      </Box>
    </Box>
  );
};

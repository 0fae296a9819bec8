import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import InfoIcon from '@mui/icons-material/InfoOutlined';
import SeenIcon from '@mui/icons-material/TaskAltOutlined';
import WarnIcon from '@mui/icons-material/WarningAmberRounded';
import { createContext, useContext } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import type { Column } from '../plan-tree/index.ts';
import type { OutlineRow } from '../plan-tree/outline/index.ts';
import { issueText, placeText } from './issue-words.ts';
import { isOpen, type ReviewIssue, type Source } from './review.ts';

/** What the file says beside each row. */
export interface FromFile {
  readonly issues: ReadonlyMap<string | null, readonly ReviewIssue[]>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly severalSheets: boolean;
  /** What its lines are called. */
  readonly lines: 'line' | 'paragraph';
}

const FromFileContext = createContext<FromFile>({
  issues: new Map(),
  sources: {},
  severalSheets: false,
  lines: 'line',
});
export const FromFileProvider = FromFileContext.Provider;
export const useFromFile = (): FromFile => useContext(FromFileContext);

const icons = { error: ErrorIcon, warning: WarnIcon, info: InfoIcon };

/** One doubt, with its weight as icon and colour, faded once somebody has looked at it. */
export const IssueLine = ({ issue }: { readonly issue: ReviewIssue }) => {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const Icon = issue.seen ? SeenIcon : icons[issue.severity];
  return (
    <span className={isOpen(issue) ? 'tree-warn' : 'tree-faded'}>
      <Icon
        sx={{
          fontSize: '1rem',
          verticalAlign: '-0.2em',
          mr: 0.25,
          color: isOpen(issue) ? `${issue.severity}.main` : undefined,
        }}
        titleAccess={issue.seen ? translate('planImport.seenMark') : ''}
      />
      {issueText(issue, locale)}
    </span>
  );
};

/** The doubts about a row, under its text. */
export const IssuesBelow = ({ row }: { readonly row: OutlineRow }) => {
  const { issues } = useFromFile();
  return issues.get(row.id)?.map(issue => (
    <div key={`${issue.code} ${JSON.stringify(issue.params)}`} className="tree-below">
      <IssueLine issue={issue} />
    </div>
  ));
};

const SourceCell = ({ row }: { readonly row: OutlineRow }) => {
  const translate = useTranslate();
  const { sources, severalSheets, lines } = useFromFile();
  const source = sources[row.id];
  return (
    <span className="tree-faded">
      {source ? placeText(source, { several: severalSheets, lines }, translate) : translate('planImport.added')}
    </span>
  );
};

export const sourceColumn: Column<OutlineRow> = {
  key: 'source',
  heading: 'planImport.source',
  width: '3.25rem',
  Cell: SourceCell,
};

import Link from '@mui/material/Link';
import { useGetOne } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { CollectedRow, CollectionRow, Finding } from '../../sync/model/index.ts';
import { printedQuestion } from '../collections/use-collection.ts';
import { useSession } from '../data/index.ts';
import { Fact } from '../pages/index.ts';

/** The answer that the finding is about, where it came from one. */
export const AgencyQuestion = ({ finding }: { readonly finding: Finding }) => {
  const { user } = useSession();
  const { collectionId, collectedRowId } = finding;
  const { data: row } = useGetOne<CollectedRow>(
    'collectedRows',
    { id: collectedRowId ?? '' },
    { enabled: collectedRowId !== null, retry: false, onError: () => undefined },
  );
  const { data: question } = useGetOne<CollectionRow>(
    'collectionRows',
    { id: row?.rowId ?? '' },
    { enabled: row !== undefined, retry: false, onError: () => undefined },
  );
  if (!row || !question) return null;
  const title = printedQuestion(question);
  const to =
    finding.agencyId === user.agencyId
      ? `/collections/${collectionId}/show?${new URLSearchParams({ tab: 'review', of: row.recipientId, row: row.rowId })}`
      : `/recipients/${row.recipientId}/show`;
  return (
    <Fact source="collectedRowId">
      <Link component={RouterLink} to={to}>
        {title}
      </Link>
    </Fact>
  );
};

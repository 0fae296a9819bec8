import InboxIcon from '@mui/icons-material/InboxOutlined';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { type Collection, dayInTaipei } from '../../../sync/model/index.ts';
import { Message, PageSkeleton } from '../../layout/index.ts';
import { Failed } from '../../pages/Failed.tsx';
import { Chooser } from '../Chooser.tsx';
import { linesOf } from '../roster/roster.ts';
import { useAgencyNames, useQuestions, useRecipients } from '../use-collection.ts';
import { useUrl } from '../use-url.ts';
import { AgencyReview } from './AgencyReview.tsx';

/** 依機關審查: one agency's answers below each other, scored and remarked on where they stand. */
export const ReviewPart = ({ collection }: { readonly collection: Collection }) => {
  const translate = useTranslate();
  const [read, write] = useUrl();
  const { data: recipients, error, refetch } = useRecipients(collection.id);
  const { data: questions } = useQuestions(collection.id);
  const { nameOf, known } = useAgencyNames();
  const lines = useMemo(
    () =>
      known
        ? linesOf(recipients ?? [], collection, nameOf, dayInTaipei(new Date()))
            .filter(({ recipient }) => recipient.returnedAt !== null || recipient.fileId !== null)
            .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-TW'))
        : [],
    [recipients, collection, nameOf, known],
  );
  if (error && !recipients) return <Failed error={error} onAgain={() => void refetch()} />;
  if (!recipients || !questions || !known) return <PageSkeleton />;
  const line =
    lines.find(({ recipient }) => recipient.id === read('of')) ??
    lines.find(({ state }) => state === 'consolidated') ??
    lines[0];
  if (!line)
    return (
      <Message icon={InboxIcon} role="status" title={translate('collection.review.nobody')}>
        <p>{translate('collection.review.nobodyText')}</p>
      </Message>
    );
  const ids = lines.map(({ recipient }) => recipient.id);
  const open = (of: string | undefined) => {
    if (of !== undefined) write({ of, row: '', view: '' });
  };
  return (
    <>
      <Chooser
        label={translate('collection.review.agency')}
        choices={lines.map(({ recipient, name, state }) => ({
          id: recipient.id,
          name: `${name}（${translate(`states.recipient.${state}`)}）`,
        }))}
        value={line.recipient.id}
        onChange={open}
        previous={translate('collection.review.key.previousAgency')}
        next={translate('collection.review.key.nextAgency')}
      />
      <AgencyReview
        key={line.recipient.id}
        collection={collection}
        line={line}
        questions={questions}
        onAgency={by => open(ids[ids.indexOf(line.recipient.id) + by])}
      />
    </>
  );
};

export default ReviewPart;

import { useRecordContext, useTranslate } from 'react-admin';
import type { Event } from '../../sync/model/index.ts';
import { RocDateField } from '../fields/index.ts';
import { Fact, Facts, ShowPage } from '../pages/index.ts';
import { Changes } from './Changes.tsx';
import { RecordLink } from './RecordLink.tsx';
import { sentenceOf } from './sentence.ts';

const Body = () => {
  const translate = useTranslate();
  const event = useRecordContext<Event>();
  if (!event) return null;
  return (
    <>
      <Facts>
        <Fact source="action">{sentenceOf(event, translate)}</Fact>
        <Fact source="at">
          <RocDateField source="at" />
        </Fact>
        <Fact source="actorName">{event.actorName || translate('events.system')}</Fact>
        <Fact source="recordId">
          <RecordLink />
        </Fact>
        <Fact source="hash">
          <code style={{ overflowWrap: 'anywhere' }}>{event.hash}</code>
        </Fact>
      </Facts>
      <Changes event={event} />
    </>
  );
};

export const EventShow = () => (
  <ShowPage>
    <Body />
  </ShowPage>
);

export default EventShow;

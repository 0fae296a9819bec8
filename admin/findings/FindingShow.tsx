import Box from '@mui/material/Box';
import { useRecordContext, useTranslate } from 'react-admin';
import { type Finding, findingMachine } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';
import { AgencyField, RocDate, StateField } from '../fields/index.ts';
import { Fact, Facts, ShowPage } from '../pages/index.ts';
import { BureauName } from '../recipients/BureauName.tsx';
import { VerbButtons } from '../verbs/index.ts';
import { AgencyQuestion } from './AgencyQuestion.tsx';
import { Answer } from './Answer.tsx';

const prose = { whiteSpace: 'pre-line', overflowWrap: 'anywhere' } as const;

const Whole = () => {
  const translate = useTranslate();
  const finding = useRecordContext<Finding>();
  const { user } = useSession();
  if (!finding) return null;
  const ours = finding.agencyId === user.agencyId;
  return (
    <Facts>
      <Fact source="state">
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
          <StateField machine="finding" />
          <Box className="no-print" sx={{ display: 'flex', gap: 1 }}>
            {/* Answering takes the text of an answer, so it has a form of its own below. */}
            <VerbButtons
              resource="findings"
              name="finding"
              machine={{
                ...findingMachine,
                verbs: { ...findingMachine.verbs, answer: { ...findingMachine.verbs.answer, from: [] } },
              }}
              row={finding}
              usual={['release']}
            />
          </Box>
        </Box>
      </Fact>
      {finding.stateReason ? (
        <Fact source="stateReason">
          <Box sx={prose}>{finding.stateReason}</Box>
        </Fact>
      ) : null}
      <Fact source={ours ? 'againstId' : 'agencyId'}>
        {ours ? <AgencyField source="againstId" /> : <BureauName agencyId={finding.agencyId} />}
      </Fact>
      <Fact source="text">
        <Box sx={prose}>{finding.text || translate('fields.noText')}</Box>
      </Fact>
      <Fact source="dueDate">
        <RocDate value={finding.dueDate} style="long" />
      </Fact>
      <AgencyQuestion finding={finding} />
      <Fact source="action">
        <Answer key={finding.version} finding={finding} />
      </Fact>
      {finding.answeredAt ? (
        <Fact source="answeredAt">
          <RocDate value={finding.answeredAt} />
        </Fact>
      ) : null}
    </Facts>
  );
};

const Title = () => <>{useRecordContext<Finding>()?.title}</>;

export const FindingShow = () => {
  const { user } = useSession();
  return (
    <ShowPage
      history="findings"
      title={<Title />}
      edits={finding => finding.agencyId === user.agencyId && finding.state !== 'released'}
    >
      <Whole />
    </ShowPage>
  );
};

export default FindingShow;

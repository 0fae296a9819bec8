import PersonIcon from '@mui/icons-material/PrivacyTipOutlined';
import Box from '@mui/material/Box';
import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useMemo } from 'react';
import {
  AutocompleteInput,
  DataTable,
  ReferenceInput,
  SearchInput,
  SelectInput,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { type Evidence, evidenceKinds } from '../../sync/model/index.ts';
import { DayFilter } from '../events/DayFilter.tsx';
import { AgencyField, Chip, RocDateField, rocText, UnitField, UserField } from '../fields/index.ts';
import { ListPage, NameLink, NothingMatches, PhoneRows, useExporter } from '../pages/index.ts';
import { ItemFilter } from '../reports/ItemFilter.tsx';
import { formatOf, sizeText } from './format.ts';
import { Thumb } from './Thumb.tsx';

const filtersFor = (narrow: boolean) => [
  <SearchInput key="q" source="q" alwaysOn />,
  <DayFilter key="from" source="createdAt_gte" label="evidence.list.from" edge="start" alwaysOn={!narrow} />,
  <DayFilter key="to" source="createdAt_lte" label="evidence.list.to" edge="end" alwaysOn={!narrow} />,
  <ReferenceInput
    key="unitId"
    source="unitId"
    reference="units"
    sort={{ field: 'position', order: 'ASC' }}
    alwaysOn={!narrow}
  >
    <AutocompleteInput optionText="name" label="resources.evidence.fields.unitId" />
  </ReferenceInput>,
  <ItemFilter key="itemId" source="itemId" label="resources.evidence.fields.planItemId" />,
  <SelectInput
    key="kind"
    source="kind"
    choices={evidenceKinds.map(id => ({ id, name: `evidence.kinds.${id}` }))}
    label="resources.evidence.fields.kind"
  />,
  <SelectInput
    key="personalData"
    source="personalData"
    choices={[
      { id: 'true', name: 'ra.boolean.true' },
      { id: 'false', name: 'ra.boolean.false' },
    ]}
    label="resources.evidence.fields.personalData"
  />,
];

const Name = () => {
  const evidence = useRecordContext<Evidence>();
  return evidence ? (
    <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'center', minWidth: 200 }}>
      <Thumb evidence={evidence} size={40} />
      <NameLink />
    </Box>
  ) : null;
};

const PersonalMark = () => {
  const translate = useTranslate();
  const evidence = useRecordContext<Evidence>();
  return evidence?.personalData ? <Chip icon={PersonIcon} tone="watch" word={translate('evidence.personal')} /> : null;
};

const What = () => {
  const translate = useTranslate();
  const evidence = useRecordContext<Evidence>();
  return evidence ? (
    <>
      <span>{translate(`evidence.formats.${formatOf(evidence)}`)}</span>
      {evidence.size === null ? null : <span>{sizeText(evidence.size)}</span>}
    </>
  ) : null;
};

const Phone = () => (
  <PhoneRows<Evidence>
    title={one => (
      <Box component="span" sx={{ display: 'flex', gap: 1.25, alignItems: 'center', overflowWrap: 'anywhere' }}>
        <Thumb evidence={one} size={44} />
        {one.name}
      </Box>
    )}
  >
    <What />
    <PersonalMark />
    <RocDateField source="createdAt" withTime={false} />
  </PhoneRows>
);

export const EvidenceList = () => {
  const translate = useTranslate();
  const exporter = useExporter<Evidence>('evidence', [
    { source: 'name', text: e => e.name },
    { source: 'mediaType', text: e => translate(`evidence.formats.${formatOf(e)}`) },
    { source: 'size', text: e => (e.size === null ? '' : sizeText(e.size)) },
    { source: 'url', text: e => e.url ?? '' },
    { source: 'personalData', text: e => translate(`ra.boolean.${e.personalData}`) },
    { source: 'createdAt', text: e => rocText(e.createdAt) },
    { source: 'sha256', text: e => e.sha256 ?? '' },
  ]);
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const filters = useMemo(() => filtersFor(narrow), [narrow]);
  return (
    <ListPage filters={filters} sort={{ field: 'createdAt', order: 'DESC' }} exporter={exporter} phone={<Phone />}>
      <DataTable
        rowClick="show"
        bulkActionButtons={false}
        empty={<NothingMatches />}
        hiddenColumns={['agencyId', 'updatedAt']}
      >
        <DataTable.Col source="name">
          <Name />
        </DataTable.Col>
        <DataTable.Col source="mediaType" render={(one: Evidence) => translate(`evidence.formats.${formatOf(one)}`)} />
        <DataTable.Col
          source="size"
          align="right"
          render={(one: Evidence) => (one.size === null ? null : sizeText(one.size))}
        />
        <DataTable.Col source="agencyId">
          <AgencyField />
        </DataTable.Col>
        <DataTable.Col source="unitId">
          <UnitField />
        </DataTable.Col>
        <DataTable.Col source="uploaderId">
          <UserField source="uploaderId" />
        </DataTable.Col>
        <DataTable.Col source="personalData">
          <PersonalMark />
        </DataTable.Col>
        <DataTable.Col source="createdAt">
          <RocDateField source="createdAt" />
        </DataTable.Col>
        <DataTable.Col source="updatedAt">
          <RocDateField source="updatedAt" />
        </DataTable.Col>
      </DataTable>
    </ListPage>
  );
};

export default EvidenceList;

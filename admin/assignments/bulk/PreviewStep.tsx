import WarnIcon from '@mui/icons-material/WarningAmberRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { BulkAssignmentResult, PlanItem, Unit, User } from '../../../sync/model/index.ts';
import { itemText } from '../item-text.ts';
import { PersonBox } from '../PersonBox.tsx';
import { sharesOf, unknownNames, type Wish } from './wish.ts';

interface Props {
  readonly result: BulkAssignmentResult | undefined;
  readonly lacking: string | null;
  readonly failed: string | null;
  readonly rows: readonly PlanItem[];
  readonly units: readonly Unit[];
  readonly people: readonly User[];
  readonly wish: Wish;
  readonly onWish: (change: Partial<Wish>) => void;
  readonly onLook: (id: string) => void;
  readonly busy: boolean;
  readonly onCreate: () => void;
}

const shortened = 24;
const mostShown = 8;

const RowLinks = ({
  ids,
  rows,
  onLook,
}: Pick<Props, 'rows' | 'onLook'> & {
  readonly ids: readonly string[];
}) => (
  <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
    {ids.slice(0, mostShown).map(id => {
      const row = rows.find(one => one.id === id);
      const text = row ? itemText(row) : '';
      return (
        <li key={id}>
          <Link component="button" type="button" onClick={() => onLook(id)} sx={{ textAlign: 'left', font: 'inherit' }}>
            {text.length > shortened ? `${text.slice(0, shortened)}…` : text}
          </Link>
        </li>
      );
    })}
    {ids.length > mostShown ? <li>…</li> : null}
  </Box>
);

const Left = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Box sx={{ mt: 2 }}>
    <Box sx={{ display: 'flex', gap: 0.75, color: 'warning.main', fontWeight: 600 }}>
      <WarnIcon fontSize="small" sx={{ mt: 0.25 }} aria-hidden />
      {title}
    </Box>
    {children}
  </Box>
);

const LeftOut = ({
  result,
  rows,
  onLook,
}: { readonly result: BulkAssignmentResult } & Pick<Props, 'rows' | 'onLook'>) => {
  const translate = useTranslate();
  const names = unknownNames(result);
  return (
    <>
      {names.length === 0 ? null : (
        <Left title={translate('bulkAssignment.unresolved', { count: result.unresolved.length })}>
          <Box sx={{ color: 'text.secondary', fontSize: '0.9375rem' }}>
            {translate('bulkAssignment.unresolvedText')}
          </Box>
          {names.map(({ name, rows: ids }) => (
            <Box key={name} sx={{ mt: 0.5 }}>
              <strong>{name}</strong>
              <RowLinks ids={ids} rows={rows} onLook={onLook} />
            </Box>
          ))}
        </Left>
      )}
      {result.withoutUnit.length === 0 ? null : (
        <Left title={translate('bulkAssignment.withoutUnit', { count: result.withoutUnit.length })}>
          <RowLinks ids={result.withoutUnit} rows={rows} onLook={onLook} />
        </Left>
      )}
    </>
  );
};

const Shares = ({
  result,
  units,
  people,
  wish,
  onWish,
}: { readonly result: BulkAssignmentResult } & Pick<Props, 'units' | 'people' | 'wish' | 'onWish'>) => {
  const translate = useTranslate();
  const names = new Map(units.map(unit => [unit.id, unit.name]));
  const word = (key: string) => translate(`bulkAssignment.${key}`);
  const name = (unitId: string, id: string | null) => {
    const { [unitId]: _, ...others } = wish.officers;
    onWish({ officers: id === null ? others : { ...others, [unitId]: id } });
  };
  return (
    <TableContainer sx={{ mt: 1.5 }}>
      <Table size="small" aria-label={word('perUnit')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('resources.assignments.fields.unitId')}</TableCell>
            <TableCell align="right">{word('newOnes')}</TableCell>
            <TableCell align="right">{word('there')}</TableCell>
            <TableCell sx={{ width: '46%' }}>{word('officer')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {sharesOf(
            result,
            units.map(unit => unit.id),
          ).map(share => {
            const unit = names.get(share.unitId) ?? '';
            const own = people.filter(person => person.unitId === share.unitId);
            return (
              <TableRow key={share.unitId} sx={{ '& > td, & > th': { verticalAlign: 'middle', px: 1 } }}>
                <TableCell component="th" scope="row" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
                  {unit}
                </TableCell>
                <TableCell align="right">{share.create}</TableCell>
                <TableCell align="right" sx={{ color: 'text.secondary' }}>
                  {share.existing}
                </TableCell>
                <TableCell>
                  {share.create === 0 ? null : own.length === 0 ? (
                    <Box sx={{ color: 'text.secondary' }}>{word('noPeople')}</Box>
                  ) : (
                    <PersonBox
                      quiet
                      label={translate('bulkAssignment.officerOf', { unit })}
                      placeholder={word('nobody')}
                      people={own}
                      value={wish.officers[share.unitId] ?? null}
                      onChange={id => name(share.unitId, id)}
                    />
                  )}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableContainer>
  );
};

/** What would be created, for whom, and what would be left out and why. Nothing is done before the last button. */
export const PreviewStep = (props: Props) => {
  const { result, lacking, failed, busy, onCreate } = props;
  const translate = useTranslate();
  const count = result?.create.length ?? 0;
  return (
    <Card component="section" aria-labelledby="bulk-preview" sx={{ p: 2 }}>
      <Typography id="bulk-preview" variant="h2" sx={{ mb: 0.5 }}>
        {translate('bulkAssignment.step.preview')}
      </Typography>
      <Box role="status">
        {lacking !== null ? (
          <Box sx={{ color: 'text.secondary' }}>{translate(lacking)}</Box>
        ) : failed !== null ? (
          <Box sx={{ color: 'error.main' }}>{translate(failed, { _: failed })}</Box>
        ) : result === undefined ? (
          <Box sx={{ color: 'text.secondary' }}>{translate('bulkAssignment.previewing')}</Box>
        ) : (
          <>
            <Box sx={{ fontWeight: 700, fontSize: '1.0625rem' }}>
              {count === 0 ? translate('bulkAssignment.nothingNew') : translate('bulkAssignment.willCreate', { count })}
            </Box>
            {result.existing.length === 0 ? null : (
              <Box sx={{ color: 'text.secondary' }}>
                {translate('bulkAssignment.already', { count: result.existing.length })}
              </Box>
            )}
          </>
        )}
      </Box>
      {result && lacking === null ? (
        <>
          <Shares {...props} result={result} />
          <LeftOut {...props} result={result} />
        </>
      ) : null}
      <Button
        variant="contained"
        fullWidth
        size="large"
        sx={{ mt: 2 }}
        disabled={busy || lacking !== null || count === 0}
        onClick={onCreate}
      >
        {translate('bulkAssignment.create', { count })}
      </Button>
    </Card>
  );
};

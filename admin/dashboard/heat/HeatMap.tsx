import { alpha, useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useGetMany, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import {
  type Agency,
  type Dashboard,
  type HeatCell,
  lights,
  type PlanItem,
  type Unit,
} from '../../../sync/model/index.ts';
import { useSession } from '../../data/index.ts';
import { Chip } from '../../fields/index.ts';
import { printed } from '../../reports/paths.ts';
import { lightLooks } from '../light-looks.ts';
import { reportsAt } from '../links.ts';
import { HeatFrame } from './heat-styles.ts';
import { type HeatSheet, partsOf, percentOf, type Sum, shareOf, sheetsOf } from './sheets.ts';

const faintest = 0.06;
const fullest = 0.36;

/** How strongly a share of accepted reports is tinted. */
const strength = (share: number): number => faintest + (fullest - faintest) * share;

interface CellProps {
  readonly sum: Sum | undefined;
  readonly to: string;
  /** Only what was accepted is known of it, so there is no share to tell. */
  readonly acceptedOnly: boolean;
}

const Cell = ({ sum, to, acceptedOnly }: CellProps) => {
  const translate = useTranslate();
  const theme = useTheme();
  if (!sum || sum.total === 0)
    return (
      <div className="heat-cell is-none">
        <span aria-hidden>–</span>
        <span className="heat-hidden">{translate('dashboard.heat.none')}</span>
      </div>
    );
  const { icon: Icon, tone } = lightLooks[sum.light];
  return (
    <Link
      to={to}
      className="heat-cell"
      style={{ backgroundColor: alpha(theme.palette.primary.main, strength(shareOf(sum))) }}
      title={translate(acceptedOnly ? 'dashboard.heat.acceptedTip' : 'dashboard.heat.tip', { ...sum })}
    >
      {acceptedOnly ? (
        <span className="heat-share">{translate('dashboard.heat.pieces', { count: sum.accepted })}</span>
      ) : (
        <>
          <span className="heat-share">
            <Icon aria-hidden sx={{ color: `${tone}.main` }} />
            {percentOf(sum)}%<span className="heat-hidden">{translate(`lights.${sum.light}`)}</span>
          </span>
          <span className="heat-count">
            {translate('dashboard.heat.ratio', { ...sum })}
            {sum.overdue > 0 ? <b>{translate('dashboard.heat.overdue', { count: sum.overdue })}</b> : null}
          </span>
        </>
      )}
    </Link>
  );
};

interface SheetProps {
  readonly sheet: HeatSheet;
  readonly roundId: string | undefined;
  readonly caption: string;
  readonly acceptedOnly: boolean;
  /** The sums of all units stand at its right. */
  readonly summed?: boolean;
}

const Sheet = ({ sheet, roundId, caption, acceptedOnly, summed = true }: SheetProps) => {
  const translate = useTranslate();
  return (
    <section className="heat-scroll" aria-label={caption}>
      <table>
        <caption className="heat-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="heat-item">
              {translate('levels.item')}
            </th>
            {sheet.units.map(unit => (
              <th scope="col" key={unit.id}>
                <span className="heat-unit">{unit.name}</span>
              </th>
            ))}
            {summed ? <th scope="col">{translate('dashboard.heat.sum')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ item, cells, sum }) => (
            <tr key={item.id}>
              <th scope="row" className="heat-item">
                {printed(item)}
              </th>
              {sheet.units.map((unit, column) => (
                <td key={unit.id}>
                  <Cell
                    sum={cells[column]}
                    to={reportsAt({ roundId, itemId: item.id, unitId: unit.id })}
                    acceptedOnly={acceptedOnly}
                  />
                </td>
              ))}
              {summed ? (
                <td className="heat-sum">
                  <Cell sum={sum} to={reportsAt({ roundId, itemId: item.id })} acceptedOnly={acceptedOnly} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="heat-sum">
            <th scope="row" className="heat-item">
              {translate('dashboard.heat.sum')}
            </th>
            {sheet.units.map((unit, column) => (
              <td key={unit.id}>
                <Cell
                  sum={sheet.unitSums[column]}
                  to={reportsAt({ roundId, unitId: unit.id })}
                  acceptedOnly={acceptedOnly}
                />
              </td>
            ))}
            {summed ? (
              <td>
                <Cell sum={sheet.sum} to={reportsAt({ roundId })} acceptedOnly={acceptedOnly} />
              </td>
            ) : null}
          </tr>
        </tfoot>
      </table>
    </section>
  );
};

/** More units than these are cut at the edge of the paper. */
const onPaper = 8;

/** A sheet that is wider than the paper is printed in parts below each other, of which the last one has the sums. */
const Sheets = ({ sheet, ...props }: SheetProps) => {
  const parts = partsOf(sheet, onPaper);
  if (parts.length < 2) return <Sheet sheet={sheet} {...props} />;
  return (
    <>
      <div className="heat-screen">
        <Sheet sheet={sheet} {...props} />
      </div>
      <div className="heat-paper">
        {parts.map((part, i) => (
          <Sheet key={part.units[0]!.id} sheet={part} {...props} summed={i === parts.length - 1} />
        ))}
      </div>
    </>
  );
};

const Legend = ({ acceptedOnly }: { readonly acceptedOnly: boolean }) => {
  const translate = useTranslate();
  const theme = useTheme();
  if (acceptedOnly) return <div className="heat-legend">{translate('dashboard.heat.acceptedOnly')}</div>;
  return (
    <div className="heat-legend">
      <span className="heat-ramp">
        0%
        {[0, 0.25, 0.5, 0.75, 1].map(share => (
          <i key={share} style={{ backgroundColor: alpha(theme.palette.primary.main, strength(share)) }} />
        ))}
        100% {translate('dashboard.heat.accepted')}
      </span>
      {lights.map(light => (
        <span key={light}>
          <Chip icon={lightLooks[light].icon} tone={lightLooks[light].chip} word={translate(`lights.${light}`)} />
          {translate(`dashboard.lightText.${light}`)}
        </span>
      ))}
    </div>
  );
};

const idsOf = (heat: readonly HeatCell[], pick: (cell: HeatCell) => string): string[] => [...new Set(heat.map(pick))];

interface Props {
  readonly data: Dashboard;
  readonly roundId: string | undefined;
}

/** 執行要項 by unit: how much is accepted, and what shines red; each cell leads to its reports. */
export const HeatMap = ({ data, roundId }: Props) => {
  const translate = useTranslate();
  const { user } = useSession();
  const { data: items } = useGetMany<PlanItem>('planItems', { ids: idsOf(data.heat, cell => cell.planItemId) });
  const { data: units } = useGetMany<Unit>('units', { ids: idsOf(data.heat, cell => cell.unitId) });
  const sheets = sheetsOf(data.heat, items?.filter(Boolean) ?? [], units?.filter(Boolean) ?? []);
  const foreign = sheets.some(sheet => sheet.agencyId !== user.agencyId);
  const { data: agencies } = useGetMany<Agency>(
    'agencies',
    { ids: sheets.map(sheet => sheet.agencyId) },
    { enabled: foreign },
  );
  const nameOf = (agencyId: string) => agencies?.find(agency => agency?.id === agencyId)?.name ?? '';
  return (
    <HeatFrame>
      {sheets.map(sheet => {
        const caption = foreign
          ? translate('dashboard.heat.titleOf', { agency: nameOf(sheet.agencyId) })
          : translate('dashboard.heat.title');
        return (
          <div key={sheet.agencyId}>
            {foreign ? (
              <Typography variant="h3" sx={{ mt: 1.5 }}>
                {nameOf(sheet.agencyId)}
              </Typography>
            ) : null}
            <Sheets sheet={sheet} roundId={roundId} caption={caption} acceptedOnly={sheet.agencyId !== user.agencyId} />
          </div>
        );
      })}
      <Legend acceptedOnly={foreign} />
    </HeatFrame>
  );
};

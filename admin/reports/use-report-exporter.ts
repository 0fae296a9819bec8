import { type Exporter, useTranslate } from 'react-admin';
import { formatRocDateShort, type Report } from '../../sync/model/index.ts';
import { rocText } from '../fields/index.ts';
import { useExporter } from '../pages/index.ts';
import { type NamedReport, named } from './named.ts';
import { printed } from './paths.ts';

/** Every report of the filter as a table, names instead of ids, one column for each answer. */
export function useReportExporter(): Exporter<Report> {
  const translate = useTranslate();
  const percent = (value: number | null) => (value === null ? '' : `${value}%`);
  const instant = (value: string | null) => (value === null ? '' : rocText(value));
  const write = useExporter<NamedReport>('reports', [
    { source: 'agencyId', text: r => r.agencyName },
    { source: 'roundId', text: r => r.roundTitle },
    { source: 'path', text: r => r.path.slice(0, -1).map(printed).join('／') },
    { source: 'planItemId', text: r => r.path.slice(-1).map(printed).join('') },
    { source: 'unitId', text: r => r.unitName },
    { source: 'officerId', text: r => r.officerName },
    { source: 'dueDate', text: r => formatRocDateShort(r.dueDate) },
    { source: 'state', text: r => translate(`states.report.${r.state}`) },
    { source: 'result', text: r => translate(`results.${r.result ?? 'none'}`) },
    { source: 'narrative', text: r => r.narrative },
    {
      source: 'figures',
      text: r => r.figures.map(({ name, value, unit }) => `${name} ${value} ${unit}`.trim()).join('\n'),
    },
    { source: 'plannedProgress', text: r => percent(r.plannedProgress) },
    { source: 'actualProgress', text: r => percent(r.actualProgress) },
    { source: 'delayCause', text: r => r.delayCause },
    { source: 'remedy', text: r => r.remedy },
    { source: 'remarks', text: r => r.remarks },
    { source: 'evidenceCount', text: r => String(r.evidenceCount) },
    { source: 'submittedAt', text: r => instant(r.submittedAt) },
    { source: 'acceptedAt', text: r => instant(r.acceptedAt) },
  ]);
  return async (reports, fetchRelated, provider, resource) =>
    write([...(await named(reports, provider))] as NamedReport[], fetchRelated, provider, resource);
}

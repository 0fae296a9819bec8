import type { Form, PlanItem, Round, TemplateDetail, TemplateRows } from '../../sync/model/index.ts';
import { bureauForm } from './bureau-form.ts';
import type { Staff, Stage } from './year.ts';

/**
 * The bureau sends its own form: it is kept as a template, its rows are confirmed to be those of the plan, and the present round
 * goes out through it.
 */
export async function sendThroughTemplate({ calendar }: Stage, { secretariat }: Staff, round: Round): Promise<void> {
  const items = await secretariat.get<readonly PlanItem[]>(`/api/planItems?planId=${round.planId}&_limit=5000`);
  const bytes = await bureauForm(calendar.year, items);
  const name = `民政局${calendar.year}年度自我查核表`;
  const template = await secretariat.upload<TemplateDetail>('/api/templates', { name: `${name}.xlsx`, bytes });
  const path = `/api/templates/${template.id}/rows`;
  const { version, planId, rows } = await secretariat.get<TemplateRows>(`${path}?planId=${round.planId}`);
  await secretariat.put(path, {
    version,
    planId,
    rows: rows.map(({ sheet, row, planItemId }) => ({ sheet, row, planItemId, confirmed: planItemId !== null })),
  });
  await secretariat.post<Form>('/api/forms', { roundId: round.id, templateId: template.id });
}

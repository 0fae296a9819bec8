import type { Locale } from '../../sync/model/index.ts';
import { account } from './account.ts';
import { administration } from './administration.ts';
import { assignment } from './assignment.ts';
import { collection } from './collection.ts';
import { collectionFiles } from './collection-files.ts';
import { collectionReview } from './collection-review.ts';
import { collectionToday } from './collection-today.ts';
import { dashboard } from './dashboard.ts';
import { events } from './events.ts';
import { evidence } from './evidence.ts';
import { exchange } from './exchange.ts';
import { fields } from './fields.ts';
import { form } from './form.ts';
import { framework } from './framework.ts';
import { home } from './home.ts';
import { mergePreview } from './merge-preview.ts';
import { packages } from './package.ts';
import { packageMerge } from './package-merge.ts';
import { plan } from './plan.ts';
import { planFiles } from './plan-files.ts';
import { planImport } from './plan-import.ts';
import { planSections } from './plan-sections.ts';
import { planTree } from './plan-tree.ts';
import { planYears } from './plan-years.ts';
import { report } from './report.ts';
import { reportKeeping } from './report-keeping.ts';
import { review } from './review.ts';
import { round } from './round.ts';
import { sheet } from './sheet.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';
import { template } from './template.ts';
import { templateParts } from './template-parts.ts';
import { type Area, merge, type Words } from './words.ts';

/** Every area of the console. A new area is a file beside this one and a line here. */
export const areas: readonly Area[] = [
  framework,
  shell,
  states,
  fields,
  account,
  administration,
  events,
  home,
  report,
  reportKeeping,
  evidence,
  review,
  plan,
  planTree,
  planFiles,
  planImport,
  planYears,
  planSections,
  assignment,
  round,
  template,
  templateParts,
  form,
  exchange,
  sheet,
  collection,
  collectionFiles,
  collectionReview,
  collectionToday,
  packages,
  packageMerge,
  mergePreview,
  dashboard,
];

export const catalogue = (locale: Locale): Words => merge(areas.map(area => area[locale]));

import type { Locale } from '../../sync/model/index.ts';
import { account } from './account.ts';
import { administration } from './administration.ts';
import { assignment } from './assignment.ts';
import { collection } from './collection.ts';
import { collectionFiles } from './collection-files.ts';
import { collectionMail } from './collection-mail.ts';
import { collectionOnline } from './collection-online.ts';
import { collectionPackages } from './collection-packages.ts';
import { collectionReview } from './collection-review.ts';
import { collectionToday } from './collection-today.ts';
import { crosswalk } from './crosswalk.ts';
import { dashboard } from './dashboard.ts';
import { events } from './events.ts';
import { evidence } from './evidence.ts';
import { exchange } from './exchange.ts';
import { fields } from './fields.ts';
import { finding } from './finding.ts';
import { form } from './form.ts';
import { framework } from './framework.ts';
import { home } from './home.ts';
import { mergePreview } from './merge-preview.ts';
import { packages } from './package.ts';
import { packageKeys } from './package-keys.ts';
import { packageMake } from './package-make.ts';
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
import { sheetAccounts } from './sheet-accounts.ts';
import { shell } from './shell.ts';
import { states } from './states.ts';
import { template } from './template.ts';
import { templateParts } from './template-parts.ts';
import { type Area, isTree, merge, type Words } from './words.ts';

/** Areas that everybody meets. A new area is a file beside this one and a line here or below. */
const everybodys: readonly Area[] = [
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
  planYears,
  crosswalk,
  planSections,
  assignment,
  round,
  dashboard,
];

/** Areas of the desks (secretariat, head, auditor, administrator), which officers and chiefs have no page of. */
const desks: readonly Area[] = [
  planImport,
  template,
  templateParts,
  form,
  exchange,
  sheet,
  sheetAccounts,
  collection,
  collectionFiles,
  collectionMail,
  collectionOnline,
  collectionPackages,
  collectionReview,
  finding,
  collectionToday,
  packages,
  packageKeys,
  packageMake,
  packageMerge,
  mergePreview,
];

export const areas: readonly Area[] = [...everybodys, ...desks];

export const catalogue = (locale: Locale): Words => merge(areas.map(area => area[locale]));

/** What the log and its filters call the things of a desk, whoever reads it. */
function namedIn({ resources = {}, events: told = {} }: Words): Words {
  const names = Object.entries(isTree(resources) ? resources : {}).flatMap(([resource, tree]) =>
    isTree(tree) && typeof tree.name === 'string' ? [[resource, { name: tree.name }] as const] : [],
  );
  return { resources: Object.fromEntries(names), events: told };
}

/** The catalogue in two parts: what everybody's first page waits for, and what only desks load. */
export const parts = {
  everybody: (locale: Locale): Words =>
    merge([...everybodys.map(area => area[locale]), ...desks.map(area => namedIn(area[locale]))]),
  desk: (locale: Locale): Words => merge(desks.map(area => area[locale])),
} as const;

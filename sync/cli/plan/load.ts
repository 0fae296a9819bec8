import { basename } from 'node:path';
import { z } from 'zod';
import { type Issue, type PlanDocument, planDocument } from '../../model/index.ts';
import { readPlanApart } from '../../outline/index.ts';
import { FileFailed } from '../command.ts';
import { readBytes } from '../files.ts';
import { parseJson, wrongShape } from '../json-file.ts';

export interface LoadedPlan {
  /** Without its folders. */
  readonly file: string;
  readonly plan: PlanDocument;
  readonly issues: readonly Issue[];
}

/** What `plan read --json` prints, or the plan alone. */
const printed = z.object({ plan: planDocument });

function fromJson(file: string, bytes: Uint8Array): PlanDocument {
  const json = parseJson(file, bytes);
  const isPrinted = typeof json === 'object' && json !== null && 'plan' in json;
  const parsed = isPrinted ? printed.safeParse(json) : planDocument.safeParse(json);
  if (!parsed.success) throw wrongShape('file_not_plan', file, parsed.error);
  return 'plan' in parsed.data ? parsed.data.plan : parsed.data;
}

/** A plan from .json, or from a document of any kind that is read. @throws FileFailed when there is none to be had */
export async function loadPlan(path: string): Promise<LoadedPlan> {
  const file = basename(path);
  const bytes = await readBytes(path);
  if (/\.json$/i.test(file)) return { file, plan: fromJson(file, bytes), issues: [] };
  const { plan, issues } = await readPlanApart(bytes, file);
  const [first] = issues;
  if (plan === null && first) throw new FileFailed(first);
  if (plan === null) throw new Error('A file without a plan came without a reason');
  return { file, plan, issues };
}

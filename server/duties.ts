import type { Duty } from './background/index.ts';
import { readWaiting } from './collection-files/reader.ts';
import type { Context } from './context.ts';
import { sendingMail } from './mail/index.ts';
import type { Log } from './reading/run.ts';
import { recipientSheetDuty } from './recipient-sheets/duty.ts';
import { makingWorkbooks } from './recipients/making.ts';
import { sheetDuty } from './sheets/duty.ts';

/** Everything that goes on beside requests. */
export const dutiesOf = (context: Context, log: Log): readonly Duty[] => [
  makingWorkbooks(context, log),
  readWaiting(context, log),
  sendingMail(context),
  sheetDuty(context, log),
  recipientSheetDuty(context, log),
];

/**
 * A self-check form as a Google spreadsheet: laid out, read, merged with what both sides last agreed on, written cell by cell.
 * Pure but for `syncSheet`, which is given both sides, and `openGoogle`, which speaks to Google.
 */

export { type Buckets, bucketsOf, type Google, openGoogle, sheetSideOf } from './client.ts';
export { authorizedUserOf, type Credential, type OAuthClient, oauthClientOf, serviceAccountOf } from './credential.ts';
export type { DriveFiles, FileStanding, Made } from './drive.ts';
export { type FinalFault, faultOf, finalFaults, GoogleFault } from './faults.ts';
export {
  beginBrowserGrant,
  beginDeviceGrant,
  finishBrowserGrant,
  lookAtDeviceGrant,
  revokeGrant,
} from './grants.ts';
export { type Intent, intentOf } from './journal.ts';
export { linesTab } from './lines-tab.ts';
export { backOff, type Pace, patiently, realPace, tokenBucket } from './pace.ts';
export { type Places, placesAt } from './places.ts';
export {
  type Agreed,
  agreedBySettling,
  type CellWrite,
  cellText,
  incomingOf,
  isPlain,
  planSync,
  type SyncPlan,
  withAgreed,
} from './plan.ts';
export { publishRequests } from './publish.ts';
export { questionOf } from './question.ts';
export { type Readable, readSheetState, type SheetReading } from './reading.ts';
export type { Request } from './requests.ts';
export { type SheetContent, type SheetRow, sheetContentOf, type Tabbing, tabsOf } from './rows.ts';
export { type SheetState, stateFields, stateOf } from './state.ts';
export {
  type HomeSide,
  previewSync,
  type QuestionAnswer,
  type SheetSide,
  type Standing,
  type SyncOptions,
  type SyncOutcome,
  syncSheet,
} from './sync.ts';

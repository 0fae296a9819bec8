import type { drive_v3 } from '@googleapis/drive';
import type { sheets_v4 } from '@googleapis/sheets';
import type { Credential } from './credential.ts';
import { type DriveFiles, driveFiles } from './drive.ts';
import { type AccessToken, accessToken } from './grants.ts';
import { type Pace, patiently, tokenBucket } from './pace.ts';
import type { Places } from './places.ts';
import type { Request } from './requests.ts';
import { type SheetState, stateFields, stateOf } from './state.ts';
import type { SheetSide } from './sync.ts';

/** What is done at Google under one account. Reads are repeated, writes are not; every failure is a GoogleFault. */
export interface Google extends DriveFiles {
  /** Name of the account, its e-mail address. */
  readonly account: () => Promise<string>;
  readonly read: (spreadsheetId: string) => Promise<SheetState>;
  readonly write: (spreadsheetId: string, requests: readonly Request[]) => Promise<void>;
  /** Changes with every change of the file. */
  readonly version: (spreadsheetId: string) => Promise<string>;
}

const attempts = 6;
const timeoutMs = 60_000;
const early = 60_000;
/** Requests a minute, of each kind: what Google allows one user, and all users of one installation. */
const perUser = 60;
const perProject = 300;

export interface Buckets {
  readonly read: () => Promise<void>;
  readonly write: () => Promise<void>;
}

/** The quotas of a user and of the whole project, for reads and writes apart. Make one for the project and one for each account. */
export const bucketsOf = (pace: Pace, perMinute: 'user' | 'project'): Buckets => {
  const count = perMinute === 'user' ? perUser : perProject;
  return { read: tokenBucket(count, pace), write: tokenBucket(count, pace) };
};

interface Clients {
  readonly sheets: sheets_v4.Sheets;
  readonly drive: drive_v3.Drive;
}

/** The clients take 200 ms to load, which nobody pays who has no spreadsheet. */
async function clientsOf(credential: Credential, places: Places, now: () => number): Promise<Clients> {
  const [{ auth, sheets }, { drive }] = await Promise.all([import('@googleapis/sheets'), import('@googleapis/drive')]);
  let held: AccessToken | null = null;
  const oauth = new auth.OAuth2();
  oauth.refreshHandler = async () => {
    held = held && held.expiresAt - early > now() ? held : await accessToken(credential, places, now);
    return { access_token: held.token, expiry_date: held.expiresAt };
  };
  // A POST that failed may have been done: what is repeated is decided here, not by the client.
  const options = {
    auth: oauth,
    timeout: timeoutMs,
    retry: false,
    ...(places.api === null ? {} : { rootUrl: places.api }),
  };
  return { sheets: sheets({ version: 'v4', ...options }), drive: drive({ version: 'v3', ...options }) };
}

export interface GoogleOptions {
  readonly credential: Credential;
  readonly places: Places;
  readonly pace: Pace;
  /** Of the account and of the project. */
  readonly buckets: readonly Buckets[];
}

/** Opens Google under an account. */
export function openGoogle({ credential, places, pace, buckets }: GoogleOptions): Google {
  let clients: Promise<Clients> | null = null;
  const open = () => {
    clients ??= clientsOf(credential, places, pace.now);
    return clients;
  };
  const asked = async <T>(kind: 'read' | 'write', work: (clients: Clients) => Promise<T>): Promise<T> => {
    for (const bucket of buckets) await bucket[kind]();
    return work(await open());
  };
  const reads = <T>(work: (clients: Clients) => Promise<T>): Promise<T> =>
    patiently(() => asked('read', work), { again: 'always', attempts, pace });
  // What was refused was not done and may be sent again; what is unclear is for the caller to look into.
  const writes = <T>(work: (clients: Clients) => Promise<T>): Promise<T> =>
    patiently(() => asked('write', work), { again: 'refused', attempts, pace });

  const files = driveFiles({
    reads: work => reads(({ drive }) => work(drive)),
    writes: work => writes(({ drive }) => work(drive)),
    places,
  });

  return {
    ...files,
    account: async () => {
      if (credential.kind === 'serviceAccount') {
        await reads(({ drive }) => drive.about.get({ fields: 'user(emailAddress)' }));
        return credential.email;
      }
      const { data } = await reads(({ drive }) => drive.about.get({ fields: 'user(emailAddress)' }));
      return data.user?.emailAddress ?? '';
    },
    read: async spreadsheetId => {
      const { data } = await reads(({ sheets }) =>
        sheets.spreadsheets.get({ spreadsheetId, includeGridData: true, fields: stateFields }),
      );
      return stateOf(data);
    },
    write: async (spreadsheetId, requests) => {
      await writes(({ sheets }) =>
        sheets.spreadsheets.batchUpdate({
          spreadsheetId,
          requestBody: { requests: [...requests] },
          fields: 'spreadsheetId',
        }),
      );
    },
    version: async spreadsheetId => (await files.standing(spreadsheetId)).version,
  };
}

/** One spreadsheet of an account, as a sync needs it. */
export const sheetSideOf = (google: Google, spreadsheetId: string): SheetSide => ({
  version: () => google.version(spreadsheetId),
  read: () => google.read(spreadsheetId),
  write: requests => google.write(spreadsheetId, requests),
});

import {
  type Buckets,
  bucketsOf,
  type Credential,
  type Google,
  openGoogle,
  type Pace,
  type Places,
  placesAt,
  realPace,
} from '../../sync/sheet/google/index.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../problems/refusal.ts';
import { openSecrets } from '../secrets/seal.ts';
import { readInstallation } from './installation.ts';

/** What is sealed of an account: its own credential, or that the installation's is used. */
export type Sealed = Credential | { readonly kind: 'installation' };

/** How one server speaks to Google: quotas are kept for each account and for all of them together. */
export interface GoogleDesk {
  readonly places: Places;
  readonly pace: Pace;
  readonly open: (accountId: string, sealed: string) => Google;
  /** With a credential that is not stored yet. */
  readonly openWith: (credential: Credential) => Google;
  readonly seal: (credential: Sealed) => string;
  readonly unseal: (sealed: string) => Sealed;
}

const desks = new WeakMap<Context['config'], GoogleDesk>();

/** The desk of a server: one for requests and for what goes on beside them, since Google counts them together. */
export function googleDesk({ config }: Pick<Context, 'config'>): GoogleDesk {
  const desk = desks.get(config) ?? openDesk({ config }, realPace);
  desks.set(config, desk);
  return desk;
}

/** Google under the account of a spreadsheet. */
export async function googleOf(
  { db }: Pick<Context, 'db'>,
  desk: GoogleDesk,
  { accountId }: { readonly accountId: string },
): Promise<Google> {
  const { sealed } = await db
    .selectFrom('sheetAccounts')
    .select('sealed')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  return desk.open(accountId, sealed);
}

/** @param pace time and chance */
function openDesk(context: Pick<Context, 'config'>, pace: Pace): GoogleDesk {
  const places = placesAt(context.config.googleRootUrl);
  const secrets = openSecrets(context);
  const project = bucketsOf(pace, 'project');
  const accounts = new Map<string, Buckets>();
  const unseal = (sealed: string): Sealed => JSON.parse(secrets.open(sealed)) as Sealed;
  const credentialOf = (sealed: Sealed): Credential => {
    if (sealed.kind !== 'installation') return sealed;
    const { serviceAccount } = readInstallation(context.config);
    if (!serviceAccount) throw new Refusal('google_no_installation');
    return serviceAccount;
  };
  const openWith = (credential: Credential, user: Buckets = bucketsOf(pace, 'user')): Google =>
    openGoogle({ credential, places, pace, buckets: [user, project] });
  return {
    places,
    pace,
    openWith,
    open: (accountId, sealed) => {
      const user = accounts.get(accountId) ?? bucketsOf(pace, 'user');
      accounts.set(accountId, user);
      return openWith(credentialOf(unseal(sealed)), user);
    },
    seal: credential => secrets.seal(JSON.stringify(credential)),
    unseal,
  };
}

import { type Packet, packet, type TrustedKey, trustedKey } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

/** Packages that the agency sent and received. */
export const packages: Definition<Packet> = {
  name: 'packages',
  singular: 'package',
  table: 'packages',
  fields: fieldsOf(packet),
  reach: { agency: 'packages.agencyId' },
};

/** Keys of other agencies that this agency trusts, or once did. */
export const trustedKeys: Definition<TrustedKey> = {
  name: 'trustedKeys',
  singular: 'trustedKey',
  table: 'trustedKeys',
  fields: fieldsOf(trustedKey),
  reach: { agency: 'trustedKeys.agencyId' },
};

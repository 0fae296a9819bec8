import { sql } from 'kysely';
import { columns, editedColumns } from '../columns.ts';
import type { Migration } from '../migrate.ts';

/** Packages from other installations: keys, what was sent and received, and which row of ours each of theirs became. */
export const packageExchange: Migration = {
  name: '0009-package',
  async up(tx, engine) {
    const c = columns(engine);
    const { schema } = tx;
    const edited = editedColumns<string>(c);

    await schema
      .createTable('ownKeys')
      .addColumn('id', ...c.key)
      .addColumn('createdAt', ...c.text)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('publicKey', ...c.text)
      .addColumn('fingerprint', ...c.text)
      .addColumn('sealed', ...c.text)
      .addColumn('madeBy', ...c.reference('users.id'))
      .addColumn('replacedAt', ...c.optionalText)
      .execute();
    await schema.createIndex('ownKeysAgency').on('ownKeys').columns(['agencyId', 'createdAt']).execute();
    await schema
      .createIndex('ownKeysPresent')
      .unique()
      .on('ownKeys')
      .column('agencyId')
      .where(sql.ref('replacedAt'), 'is', null)
      .execute();

    await edited(schema.createTable('trustedKeys') as never)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('peerAgencyId', ...c.reference('agencies.id'))
      .addColumn('name', ...c.text)
      .addColumn('publicKey', ...c.text)
      .addColumn('fingerprint', ...c.text)
      .addColumn('state', ...c.text)
      .addColumn('stateReason', ...c.text)
      .addColumn('trustedBy', ...c.reference('users.id'))
      .addColumn('revokedAt', ...c.optionalText)
      .execute();
    await schema
      .createIndex('trustedKeysOnce')
      .unique()
      .on('trustedKeys')
      .columns(['agencyId', 'fingerprint'])
      .execute();
    await schema.createIndex('trustedKeysPeer').on('trustedKeys').column('peerAgencyId').execute();

    await edited(schema.createTable('packages') as never)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('direction', ...c.text)
      .addColumn('kind', ...c.optionalText)
      .addColumn('packageId', ...c.optionalText)
      .addColumn('format', ...c.optionalNumber)
      .addColumn('peerAgencyId', ...c.optionalReference('agencies.id'))
      .addColumn('peerName', ...c.text)
      .addColumn('fingerprint', ...c.optionalText)
      .addColumn('title', ...c.text)
      .addColumn('planId', ...c.optionalText)
      .addColumn('roundId', ...c.optionalText)
      .addColumn('handledBy', ...c.reference('users.id'))
      .addColumn('fileName', ...c.text)
      .addColumn('sha256', ...c.reference('files.sha256'))
      .addColumn('size', ...c.number)
      .addColumn('state', ...c.text)
      .addColumn('stateReason', ...c.text)
      .addColumn('problem', ...c.optionalText)
      .addColumn('counts', ...c.text)
      .addColumn('leftOut', ...c.text)
      .addColumn('packedAt', ...c.optionalText)
      .addColumn('appliedAt', ...c.optionalText)
      .addColumn('undoneAt', ...c.optionalText)
      .addColumn('subject', ...c.optionalText)
      .addColumn('data', ...c.optionalText)
      .addColumn('changes', ...c.optionalText)
      .addColumn('decisions', ...c.text)
      .addColumn('undo', ...c.optionalText)
      .addColumn('place', ...c.optionalText)
      .execute();
    await schema.createIndex('packagesAgency').on('packages').columns(['agencyId', 'createdAt']).execute();
    await schema.createIndex('packagesFile').on('packages').columns(['agencyId', 'sha256']).execute();
    await schema.createIndex('packagesPeer').on('packages').columns(['agencyId', 'peerAgencyId', 'subject']).execute();
    await schema.createIndex('packagesPeerAgency').on('packages').column('peerAgencyId').execute();

    await schema
      .createTable('packageRows')
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('peerAgencyId', ...c.reference('agencies.id'))
      .addColumn('resource', ...c.text)
      .addColumn('foreignId', ...c.text)
      .addColumn('localId', ...c.text)
      .addColumn('base', ...c.text)
      .addColumn('packedAt', ...c.text)
      .addColumn('packetId', ...c.owned('packages.id'))
      .addPrimaryKeyConstraint('packageRowsKey', ['agencyId', 'peerAgencyId', 'resource', 'foreignId'])
      .execute();
    await schema.createIndex('packageRowsPacket').on('packageRows').column('packetId').execute();
    await schema.createIndex('packageRowsLocal').on('packageRows').columns(['resource', 'localId']).execute();
    await schema.createIndex('packageRowsPeerAgency').on('packageRows').column('peerAgencyId').execute();
  },
};

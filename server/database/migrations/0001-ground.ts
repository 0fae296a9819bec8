import { columns, editedColumns } from '../columns.ts';
import type { Migration } from '../migrate.ts';

/** Agencies, units, users, sessions, settings and the event chain. */
export const ground: Migration = {
  name: '0001-ground',
  async up(tx, engine) {
    const c = columns(engine);
    const { schema } = tx;
    const edited = editedColumns<string>(c);

    await edited(schema.createTable('agencies') as never)
      .addColumn('name', ...c.text)
      .addColumn('parentId', ...c.optionalReference('agencies.id'))
      .addColumn('disabled', ...c.flag)
      .execute();
    await schema.createIndex('agenciesName').unique().on('agencies').column('name').execute();
    await schema.createIndex('agenciesParent').on('agencies').column('parentId').execute();

    await schema
      .createTable('agencyAncestors')
      .addColumn('agencyId', ...c.owned('agencies.id'))
      .addColumn('ancestorId', ...c.owned('agencies.id'))
      .addColumn('depth', ...c.number)
      .addPrimaryKeyConstraint('agencyAncestorsKey', ['ancestorId', 'agencyId'])
      .execute();
    await schema.createIndex('agencyAncestorsAgency').on('agencyAncestors').column('agencyId').execute();

    await edited(schema.createTable('units') as never)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('name', ...c.text)
      .addColumn('aliases', ...c.text)
      .addColumn('position', ...c.number)
      .addColumn('disabled', ...c.flag)
      .execute();
    await schema.createIndex('unitsName').unique().on('units').columns(['agencyId', 'name']).execute();
    await schema.createIndex('unitsOrder').on('units').columns(['agencyId', 'position']).execute();

    await edited(schema.createTable('users') as never)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('unitId', ...c.optionalReference('units.id'))
      .addColumn('account', ...c.text)
      .addColumn('name', ...c.text)
      .addColumn('email', ...c.optionalText)
      .addColumn('role', ...c.text)
      .addColumn('locale', ...c.text)
      .addColumn('disabled', ...c.flag)
      .addColumn('mustChangePassword', ...c.flag)
      .addColumn('lockedUntil', ...c.optionalText)
      .addColumn('lastLoginAt', ...c.optionalText)
      .addColumn('passwordHash', ...c.optionalText)
      .addColumn('passwordChangedAt', ...c.optionalText)
      .addColumn('failedLogins', c.number[0], column => column.notNull().defaultTo(0))
      .execute();
    await schema.createIndex('usersAccount').unique().on('users').column('account').execute();
    await schema.createIndex('usersUnit').on('users').columns(['agencyId', 'unitId']).execute();

    await schema
      .createTable('passwordHistory')
      .addColumn('userId', ...c.owned('users.id'))
      .addColumn('passwordHash', ...c.text)
      .addColumn('changedAt', ...c.text)
      .addPrimaryKeyConstraint('passwordHistoryKey', ['userId', 'changedAt'])
      .execute();

    await schema
      .createTable('tokens')
      .addColumn('tokenHash', ...c.key)
      .addColumn('purpose', ...c.text)
      .addColumn('userId', c.optionalText[0], column => column.references('users.id').onDelete('cascade'))
      .addColumn('expiresAt', ...c.text)
      .execute();

    await schema
      .createTable('sessions')
      .addColumn('id', ...c.key)
      .addColumn('tokenHash', ...c.text)
      .addColumn('csrfToken', ...c.text)
      .addColumn('userId', ...c.owned('users.id'))
      .addColumn('createdAt', ...c.text)
      .addColumn('lastSeenAt', ...c.text)
      .addColumn('expiresAt', ...c.text)
      .addColumn('address', ...c.text)
      .addColumn('agent', ...c.text)
      .execute();
    await schema.createIndex('sessionsToken').unique().on('sessions').column('tokenHash').execute();
    await schema.createIndex('sessionsUser').on('sessions').column('userId').execute();

    await schema
      .createTable('settings')
      .addColumn('agencyId', c.key[0], column => column.primaryKey().references('agencies.id').onDelete('cascade'))
      .addColumn('version', ...c.number)
      .addColumn('behindThreshold', ...c.number)
      .addColumn('warningThreshold', ...c.number)
      .addColumn('dueSoonDays', ...c.number)
      .execute();

    await schema
      .createTable('events')
      .addColumn('id', ...c.number)
      .addColumn('at', ...c.text)
      .addColumn('actorId', ...c.optionalText)
      .addColumn('actorName', ...c.text)
      .addColumn('agencyId', ...c.optionalText)
      .addColumn('unitId', ...c.optionalText)
      .addColumn('action', ...c.text)
      .addColumn('resource', ...c.text)
      .addColumn('recordId', ...c.optionalText)
      .addColumn('before', ...c.optionalText)
      .addColumn('after', ...c.optionalText)
      .addColumn('previousHash', ...c.text)
      .addColumn('hash', ...c.text)
      .addPrimaryKeyConstraint('eventsKey', ['id'])
      .execute();
    await schema.createIndex('eventsRecord').on('events').columns(['resource', 'recordId', 'id']).execute();
    await schema.createIndex('eventsAgency').on('events').columns(['agencyId', 'id']).execute();
    await schema.createIndex('eventsActor').on('events').columns(['actorId', 'id']).execute();

    await schema
      .createTable('eventChain')
      .addColumn('id', ...c.number)
      .addColumn('lastId', ...c.number)
      .addColumn('lastHash', ...c.text)
      .addPrimaryKeyConstraint('eventChainKey', ['id'])
      .execute();
    await tx.insertInto('eventChain').values({ id: 1, lastId: 0, lastHash: '' }).execute();
  },
};

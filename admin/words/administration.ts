import { words } from './words.ts';

/** Agencies, units, users, settings. */
export const administration = words(
  {
    resources: {
      agencies: {
        name: '機關',
        empty: '目前只有貴機關。新增所屬機關後，即可看到它們送來的資料。',
        fields: {
          name: '機關名稱',
          parentId: '上級機關',
          disabled: '停用',
          updatedAt: '最近更新',
          createdAt: '建立時間',
        },
      },
      units: {
        name: '課室',
        empty: '還沒有課室。請依機關的順序新增，計畫中的「各課室」即指這裡的每一個課室。',
        fields: {
          name: '名稱',
          aliases: '別名',
          position: '順序',
          agencyId: '機關',
          disabled: '停用',
          updatedAt: '最近更新',
          createdAt: '建立時間',
        },
      },
      users: {
        name: '使用者',
        empty: '還沒有使用者。新增後會產生一次性連結，交給本人設定密碼。',
        fields: {
          account: '帳號',
          name: '姓名',
          email: '電子郵件',
          role: '角色',
          unitId: '課室',
          agencyId: '機關',
          locale: '語言',
          disabled: '停用',
          mustChangePassword: '須變更密碼',
          lockedUntil: '鎖定至',
          lastLoginAt: '最近登入',
          updatedAt: '最近更新',
          createdAt: '建立時間',
        },
      },
      settings: {
        name: '設定',
        fields: { behindThreshold: '落後門檻', warningThreshold: '注意門檻', dueSoonDays: '即將到期天數' },
      },
    },
  },
  {
    resources: {
      agencies: {
        name: 'Agency |||| Agencies',
        empty: 'Only your own agency so far. Add subordinate agencies to see what they submit.',
        fields: {
          name: 'Name',
          parentId: 'Superior bureau',
          disabled: 'Disabled',
          updatedAt: 'Last change',
          createdAt: 'Created',
        },
      },
      units: {
        name: 'Unit |||| Units',
        empty: 'No units yet. Add them in the agency’s order; “each section” in a plan means every one of them.',
        fields: {
          name: 'Name',
          aliases: 'Other names',
          position: 'Order',
          agencyId: 'Agency',
          disabled: 'Disabled',
          updatedAt: 'Last change',
          createdAt: 'Created',
        },
      },
      users: {
        name: 'User |||| Users',
        empty: 'No users yet. Adding one makes a one-time link with which they set their own password.',
        fields: {
          account: 'Account',
          name: 'Name',
          email: 'E-mail',
          role: 'Role',
          unitId: 'Unit',
          agencyId: 'Agency',
          locale: 'Language',
          disabled: 'Disabled',
          mustChangePassword: 'Must change password',
          lockedUntil: 'Locked until',
          lastLoginAt: 'Last log-in',
          updatedAt: 'Last change',
          createdAt: 'Created',
        },
      },
      settings: {
        name: 'Setting |||| Settings',
        fields: {
          behindThreshold: 'Behind from',
          warningThreshold: 'Watch from',
          dueSoonDays: 'Days that count as due soon',
        },
      },
    },
  },
);

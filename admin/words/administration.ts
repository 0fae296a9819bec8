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
          state: '狀態',
          updatedAt: '最近更新',
          createdAt: '建立時間',
        },
        help: {
          parentId: '資料會送到上級機關；最上層的機關不填。',
          disabled: '停用後其人員不能登入，資料仍保留。',
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
          state: '狀態',
          updatedAt: '最近更新',
          createdAt: '建立時間',
        },
        help: {
          aliases: '計畫上對這個課室的其他寫法，例如簡稱或改制前的名稱。輸入後按 Enter。',
          disabled: '停用後不再分派新的工作，原有資料仍保留。',
          group: '「各課室」是指每一個課室，不能當作單一課室的名稱。',
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
          state: '狀態',
          updatedAt: '最近更新',
          createdAt: '建立時間',
        },
        help: {
          role: '角色決定能看到與能做的事。',
          unitId: '選填。',
          unitNeeded: '承辦人與單位主管必須屬於一個課室。',
          disabled: '停用後立即登出且不能再登入，原有紀錄仍保留。',
        },
      },
      settings: {
        name: '設定',
        fields: { behindThreshold: '落後門檻', warningThreshold: '注意門檻', dueSoonDays: '即將到期天數' },
      },
    },
    units: { up: '將%{name}上移', down: '將%{name}下移' },
    locales: { 'zh-TW': '正體中文', en: '英文' },
    users: {
      link: {
        make: '重設密碼連結',
        title: '%{name}的一次性連結',
        text: '請將這個連結交給本人，用來設定密碼。連結只顯示這一次，使用一次或到 %{until} 後失效。',
        label: '一次性連結',
        copy: '複製連結',
      },
    },
    settings: {
      points: '百分點',
      days: '天',
      saved: '設定已儲存',
      range: '請填 1 到 %{max} 的整數',
      disordered: '「注意」的門檻不可大於「落後」的門檻。',
      help: {
        warningThreshold: '實際進度落後預定進度達此數，燈號為「注意」。',
        behindThreshold: '實際進度落後預定進度達此數，燈號為「落後」。',
        dueSoonDays: '距期限不到此天數的填報，列為即將到期。',
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
          state: 'State',
          updatedAt: 'Last change',
          createdAt: 'Created',
        },
        help: {
          parentId: 'What the agency submits goes to its superior bureau; the topmost has none.',
          disabled: 'Its people can no longer log in; the records stay.',
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
          state: 'State',
          updatedAt: 'Last change',
          createdAt: 'Created',
        },
        help: {
          aliases: 'Other ways in which plans write this unit, such as short or former names. Press Enter after each.',
          disabled: 'It gets no new work; its records stay.',
          group: '各課室 means every unit and cannot be the name of one.',
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
          state: 'State',
          updatedAt: 'Last change',
          createdAt: 'Created',
        },
        help: {
          role: 'The role decides what the person sees and does.',
          unitId: 'Optional.',
          unitNeeded: 'Case officers and section chiefs must belong to a unit.',
          disabled: 'The person is logged out at once and cannot log in again; the records stay.',
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
    units: { up: 'Move %{name} up', down: 'Move %{name} down' },
    locales: { 'zh-TW': 'Chinese (Taiwan)', en: 'English' },
    users: {
      link: {
        make: 'Password link',
        title: 'One-time link for %{name}',
        text: 'Hand this link to the person, who sets a password with it. It is shown only now and works once, until %{until}.',
        label: 'One-time link',
        copy: 'Copy link',
      },
    },
    settings: {
      points: 'points',
      days: 'days',
      saved: 'The settings are saved',
      range: 'A whole number from 1 to %{max}',
      disordered: 'The threshold for “watch” must not exceed the one for “behind”.',
      help: {
        warningThreshold: 'Actual progress this far below planned shows “watch”.',
        behindThreshold: 'Actual progress this far below planned shows “behind”.',
        dueSoonDays: 'Reports due within so many days count as due soon.',
      },
    },
  },
);

import { words } from './words.ts';

/** The first page of each role. */
export const home = words(
  {
    home: {
      title: '首頁',
      latest: '最近發生的事',
      allEvents: '全部軌跡',
      activeUsers: '使用中的帳號',
      waitingUsers: '尚未設定密碼的帳號',
      disabledUsers: '已停用的帳號',
      first: {
        title: '開始使用前，還要做這些',
        done: '已完成',
        open: '待完成',
        units: '建立課室',
        unitsWhy: '計畫的每個步驟都會分派給課室；「各課室」即指這裡的每一個課室。',
        secretariat: '建立秘書室的帳號',
        secretariatWhy: '秘書室匯入計畫、指派課室、開放填報並審核。',
        officers: '建立承辦人的帳號',
        officersWhy: '承辦人填寫辦理情形，並上傳佐證資料。',
      },
    },
  },
  {
    home: {
      title: 'Home',
      latest: 'Latest events',
      allEvents: 'All events',
      activeUsers: 'Accounts in use',
      waitingUsers: 'Accounts without a password yet',
      disabledUsers: 'Disabled accounts',
      first: {
        title: 'Before anybody can work, do these',
        done: 'Done',
        open: 'To do',
        units: 'Create the units',
        unitsWhy: 'Every step of a plan is assigned to units; 各課室 means each of them.',
        secretariat: 'Create an account for the secretariat',
        secretariatWhy: 'The secretariat imports the plan, assigns it, opens rounds and reviews reports.',
        officers: 'Create accounts for the case officers',
        officersWhy: 'Case officers write what was done and upload the evidence.',
      },
    },
  },
);

import { words } from './words.ts';

/** How agencies are reached, and reminded. */
export const collectionMail = words(
  {
    collection: {
      mail: {
        all: '寄送表單',
        chosen: '寄送所選表單（%{smart_count}）',
        title: '要寄出 %{smart_count} 封信嗎？',
        verb: '寄出',
        text: '每個機關各寄一封，附上該機關的表單與填報說明。寄送情形會顯示在名冊。',
        nobody: '沒有可以寄送的機關',
        nobodyText:
          '這些機關都還沒有收件信箱。請按「收件信箱」一次貼上各機關的信箱，之後的彙整案會沿用；也可以下載全部表單，自行轉送。',
        without: '另有 %{smart_count} 個機關沒有收件信箱，不會寄送。請按「收件信箱」設定，之後的彙整案會沿用。',
        done: '已排入寄送 %{smart_count} 封',
        waiting: '寄送中',
        failed: '寄送失敗',
      },
      addresses: {
        open: '收件信箱',
        title: '設定各機關的收件信箱',
        list: '機關與信箱',
        example: '清川市青田區公所，%{first}\n清川市松湖區公所，%{second}',
        help: '每行一個機關：機關名稱與信箱，以逗號分隔；也可由試算表直接複製兩欄貼上。',
        file: '選擇 CSV 檔',
        records: '採用機關資料的公務信箱',
        look: '預覽',
        back: '返回修改',
        verb: '設定 %{smart_count} 個信箱',
        changes: '將設定 %{smart_count} 個機關的信箱。',
        same: '%{smart_count} 個機關的信箱不變。',
        unnamed: '名冊上另有 %{smart_count} 個機關未列入，維持原狀。',
        problems: '有 %{smart_count} 行無法採用，不會設定：',
        line: '第 %{line} 行：',
        why: {
          unknown: '找不到這個機關。',
          ambiguous: '可能是不只一個機關。',
          invalid: '信箱格式不正確。',
          twice: '同一機關有不同的信箱。',
        },
        before: '目前信箱',
        after: '新的信箱',
        done: '已設定 %{smart_count} 個機關的信箱',
      },
      address: { title: '%{name}的收件信箱', help: '表單與稽催通知會寄到這裡。留空表示不寄信。' },
      chase: {
        late: '稽催逾期未送（%{smart_count}）',
        all: '提醒未送（%{smart_count}）',
        chosen: '稽催所選（%{smart_count}）',
        title: '要稽催 %{smart_count} 個機關嗎？',
        remindTitle: '還沒到期，要提醒 %{smart_count} 個機關嗎？',
        remindVerb: '提醒',
        more: '……以及另外 %{smart_count} 個機關。',
        text: '名冊會記下稽催時間，機關在「上級交辦表單」會看到。',
        byMail: '有收件信箱的 %{smart_count} 個機關另寄信提醒。',
        verb: '稽催',
        done: '已稽催 %{smart_count} 個機關，其中 %{mailed} 個另寄信',
      },
    },
  },
  {
    collection: {
      mail: {
        all: 'Mail the forms',
        chosen: 'Mail selected forms (%{smart_count})',
        title: 'Send %{smart_count} mail? |||| Send %{smart_count} mails?',
        verb: 'Send',
        text: 'Every agency gets one mail with its form and the instructions. The roster tells what became of it.',
        nobody: 'Nobody can be mailed',
        nobodyText:
          'None of these agencies has a mail address. Paste the addresses under “Mail addresses”; later collections keep them. Or download all forms and pass them on yourself.',
        without:
          '%{smart_count} agency has no address and gets none. Set it under “Mail addresses”. |||| %{smart_count} agencies have no address and get none. Set them under “Mail addresses”.',
        done: '%{smart_count} mail queued |||| %{smart_count} mails queued',
        waiting: 'Being sent',
        failed: 'Not delivered',
      },
      addresses: {
        open: 'Mail addresses',
        title: 'Set the mail addresses of agencies',
        list: 'Agencies and addresses',
        example: 'Qingtian District Office, %{first}\nSonghu District Office, %{second}',
        help: 'One agency a line: its name and its address, separated by a comma or a tab. Paste it from a spreadsheet as it is.',
        file: 'Choose a CSV file',
        records: 'Take the agencies’ official addresses',
        look: 'Preview',
        back: 'Back to the list',
        verb: 'Set %{smart_count} address |||| Set %{smart_count} addresses',
        changes: '%{smart_count} address will be set. |||| %{smart_count} addresses will be set.',
        same: '%{smart_count} stays as it is. |||| %{smart_count} stay as they are.',
        unnamed:
          '%{smart_count} agency on the roster is not in the list and stays as it is. |||| %{smart_count} agencies on the roster are not in the list and stay as they are.',
        problems:
          '%{smart_count} line cannot be used and sets nothing: |||| %{smart_count} lines cannot be used and set nothing:',
        line: 'Line %{line}: ',
        why: {
          unknown: 'no such agency.',
          ambiguous: 'it may be more than one agency.',
          invalid: 'not a mail address.',
          twice: 'two addresses for one agency.',
        },
        before: 'Now',
        after: 'New',
        done: '%{smart_count} address set |||| %{smart_count} addresses set',
      },
      address: {
        title: 'Mail address of %{name}',
        help: 'Forms and reminders go there. Leave it empty to send no mail.',
      },
      chase: {
        late: 'Chase late ones (%{smart_count})',
        all: 'Remind the others (%{smart_count})',
        chosen: 'Chase selected (%{smart_count})',
        title: 'Chase %{smart_count} agency? |||| Chase %{smart_count} agencies?',
        remindTitle:
          'It is not due yet. Remind %{smart_count} agency? |||| It is not due yet. Remind %{smart_count} agencies?',
        remindVerb: 'Remind',
        more: '… and %{smart_count} more.',
        text: 'The roster keeps when; agencies see it beside the form that they are asked for.',
        byMail:
          '%{smart_count} with a mail address gets a mail as well. |||| %{smart_count} with a mail address get a mail as well.',
        verb: 'Chase',
        done: '%{smart_count} agency chased, %{mailed} by mail as well |||| %{smart_count} agencies chased, %{mailed} by mail as well',
      },
    },
  },
);

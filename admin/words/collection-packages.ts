import { words } from './words.ts';

/** 封包 of collections: handed out by the bureau, handed in by agencies that have a system of their own. */
export const collectionPackages = words(
  {
    collection: {
      packages: {
        all: '產生封包',
        chosen: '產生所選封包（%{smart_count}）',
        one: '產生封包',
        title: '要產生 %{smart_count} 個封包嗎？',
        text: '給自己架設系統的機關：每個機關各一個，內含該機關的表單、期限與說明；已退回補正或審查完成的，連同評分、意見與缺失一併寄出。請以電子郵件或隨身碟轉交，對方匯入後就會看到。',
        without:
          '另有 %{smart_count} 個機關還沒有信任的金鑰，不會產生封包。請以壓縮檔或電子郵件轉交表單，或請管理者到「金鑰」加入。',
        nobody: '這些機關都還沒有信任的金鑰',
        nobodyText:
          '封包只能交給已核對金鑰的機關。請管理者到「金鑰」加入對方的金鑰檔，或改以壓縮檔、電子郵件轉交表單。',
        keys: '金鑰',
        verb: '產生並下載',
        done: '已產生 %{smart_count} 個封包',
      },
    },
    recipient: {
      packaged: {
        title: '以封包回復',
        none: '上級機關使用另一套系統。填好的表單上傳後，請匯出封包，以電子郵件或隨身碟寄給上級機關。',
        waiting: '有 %{smart_count} 個檔案還沒有匯出給上級機關。上級機關使用另一套系統，匯出封包寄出後才算送達。',
        answered: '有改善措施還沒有匯出給上級機關。',
        sent: '已於 %{at} 匯出封包。上級機關回覆的封包匯入後，審查結果會顯示在這裡。',
        export: '匯出封包',
        exporting: '匯出中…',
        done: '封包已產生，請寄給「%{name}」',
        noKey: '還沒有信任「%{name}」的金鑰，無法匯出封包。請管理者到「金鑰」加入。',
      },
      next: { uploaded: '檔案已在本系統，還沒有寄給上級機關。請在下方匯出封包。' },
    },
    packages: {
      page: { toCollection: '前往彙整案', toAsked: '前往交辦表單' },
      values: { workbookBase: '先前的表單', workbookOurs: '現有的表單', workbookTheirs: '新的表單' },
      score: '%{score} 分',
    },
    resources: { packages: { fields: { collectionId: '彙整案' } } },
    exchange: {
      answer: {
        accepted: '採用內容',
        first: '初核',
        second: '複核',
        returnReason: '退回理由',
        instructions: '填報說明',
        edition: '版次',
        fileName: '表單檔名',
        sha256: '表單',
        action: '改善措施',
      },
    },
  },
  {
    collection: {
      packages: {
        all: 'Make packages',
        chosen: 'Make packages for the selected (%{smart_count})',
        one: 'Make a package',
        title: 'Make %{smart_count} package? |||| Make %{smart_count} packages?',
        text: 'For agencies that run a system of their own: one each, with the form, the due date and the instructions. Where answers went back or were accepted, scores, remarks and findings go along. Pass them on by mail or on a stick; the agency sees it all once it is imported.',
        without:
          '%{smart_count} agency has no trusted key yet and gets none. Pass its form on as an archive or by mail, or have an administrator add its key. |||| %{smart_count} agencies have no trusted key yet and get none. Pass their forms on as an archive or by mail, or have an administrator add their keys.',
        nobody: 'None of these agencies has a trusted key',
        nobodyText:
          'A package only goes to agencies whose key was compared. Have an administrator add the key files under “Keys”, or pass the forms on as an archive or by mail.',
        keys: 'Keys',
        verb: 'Make and download',
        done: '%{smart_count} package made |||| %{smart_count} packages made',
      },
    },
    recipient: {
      packaged: {
        title: 'Return by package',
        none: 'Your superior agency uses another system. Upload the filled form, then export a package and send it by mail or on a stick.',
        waiting:
          '%{smart_count} file was not exported to the superior agency yet. It uses another system: what you return has arrived once the exported package is sent. |||| %{smart_count} files were not exported to the superior agency yet. It uses another system: what you return has arrived once the exported package is sent.',
        answered: 'There are corrective actions that were not exported to the superior agency yet.',
        sent: 'A package was exported on %{at}. The results of the review appear here once the package that your superior sends back is imported.',
        export: 'Export a package',
        exporting: 'Exporting…',
        done: 'The package is made; send it to “%{name}”',
        noKey:
          'The key of “%{name}” is not trusted yet, so no package can be exported. Have an administrator add it under “Keys”.',
      },
      next: {
        uploaded: 'The file is in this system, and not sent to the superior agency yet. Export a package below.',
      },
    },
    packages: {
      page: { toCollection: 'To the collection', toAsked: 'To the form that is asked for' },
      values: { workbookBase: 'Earlier form', workbookOurs: 'Present form', workbookTheirs: 'New form' },
      score: 'Score %{score}',
    },
    resources: { packages: { fields: { collectionId: 'Collection' } } },
    exchange: {
      answer: {
        accepted: 'Accepted content',
        first: 'First review',
        second: 'Second review',
        returnReason: 'Why it goes back',
        instructions: 'Instructions',
        edition: 'Edition',
        fileName: 'File of the form',
        sha256: 'Form',
        action: 'Corrective action',
      },
    },
  },
);

import { words } from './words.ts';

/** How a package is made, for one or for all. */
export const packageMake = words(
  {
    packages: {
      make: {
        title: '產生封包',
        what: '要寄什麼',
        help: {
          returns:
            '一個查核期中審核通過的填報、佐證檔案與所屬計畫，寄給上級機關。未審核通過的填報與標示含個人資料的佐證不會寄出。',
          plan: '已核定的計畫全文與各執行項目，寄給下級機關。',
          templates: '局版表單與欄位設定，寄給下級機關，對方不必重新校正。',
          reviews: '對該機關開立的缺失與列管情形。對方的改善措施會隨其填報寄回。',
          collection:
            '請該機關填報的表單、期限與說明；已退回補正或審查完成的，連同評分、意見、退回理由與缺失一併寄出，也寄出已收下的檔案。',
          collected: '上級交辦表單中本機關已上傳、上級尚未收下的檔案，以及對缺失的改善措施，寄給上級機關。',
        },
        whom: '寄給誰',
        whomHelp: '只列出已信任金鑰的機關。',
        round: '查核期',
        plan: '計畫',
        templates: '範本',
        collection: '彙整案',
        verb: '產生並下載',
        making: '產生中…',
        done: '封包已產生',
        doneText:
          '請把下載的檔案以電子郵件或隨身碟交給「%{name}」。封包有簽章、可驗證未被更動，但沒有加密，請循機密適當的管道傳送。',
        another: '再產生一個',
        open: '查看封包',
        noKeys: '還沒有可以寄送的對象',
        noKeysText: '兩個機關要先交換一次金鑰：請管理者在「金鑰」頁加入對方的金鑰檔並核對指紋。',
        nothing: {
          returns: '本機關還沒有開辦過的查核期，沒有填報可寄。',
          plan: '本機關還沒有已核定的計畫。草案還會變動，請先核定。',
          templates: '本機關還沒有表單範本，請先到「範本」上傳。',
          collection: '本機關還沒有發出的彙整案，請先到「彙整」建立並發出。',
          collected: '還沒有上級機關交辦的表單。請先匯入上級機關寄來的封包。',
        },
      },
    },
  },
  {
    packages: {
      make: {
        title: 'Make a package',
        what: 'What to send',
        help: {
          returns:
            'The accepted reports of a round with their evidence and the plan, for the superior agency. Reports that are not accepted, and evidence marked as personal data, stay here.',
          plan: 'An approved plan with all its items, for agencies below.',
          templates:
            'Forms with what was found and corrected in them, so that agencies below need not correct them again.',
          reviews:
            'Findings against that agency and how they stand. Its corrective actions come back with its reports.',
          collection:
            'The form that the agency is asked to fill in, with the due date and instructions. Once its answers went back or were accepted, also scores, remarks, reasons and findings, and the files that were taken in.',
          collected:
            'What this agency uploaded for a form that its superior asked for and has not taken in yet, and corrective actions to findings.',
        },
        whom: 'For whom',
        whomHelp: 'Only agencies whose key is trusted.',
        round: 'Round',
        plan: 'Plan',
        templates: 'Templates',
        collection: 'Collection',
        verb: 'Make and download',
        making: 'Making…',
        done: 'The package is made',
        doneText:
          'Hand the downloaded file to “%{name}” by mail or on a stick. It is signed, so that changes are noticed, but not encrypted: choose a channel that suits what is in it.',
        another: 'Make another',
        open: 'See the package',
        noKeys: 'There is nobody to send to yet',
        noKeysText:
          'Two agencies exchange keys once: have an administrator add the other agency’s key file under “Keys” and compare its fingerprint.',
        nothing: {
          returns: 'No round of this agency was opened yet, so there are no reports to send.',
          plan: 'No plan of this agency is approved yet. A draft may still change; approve it first.',
          templates: 'This agency has no templates yet; add one under “Templates” first.',
          collection: 'This agency has opened no collection yet; make one under “Collections” first.',
          collected: 'No superior agency asks for a form yet. Take in the package that it sent first.',
        },
      },
    },
  },
);

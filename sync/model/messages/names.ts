type Name = { readonly zh: string; readonly en: string };
type Names = Readonly<Record<string, Name>>;

const name = (zh: string, en: string): Name => ({ zh, en });

/** What people call the states, verbs and fields that messages speak of, as `report.state.drafting`. */
const trees: Readonly<Record<string, Readonly<Record<'state' | 'verb' | 'field', Names>>>> = {
  unit: {
    state: {},
    verb: {},
    field: {
      name: name('名稱', 'name'),
      aliases: name('別名', 'other names'),
      position: name('順序', 'position'),
    },
  },
  user: {
    state: {},
    verb: {},
    field: {
      account: name('帳號', 'account'),
      name: name('姓名', 'name'),
      email: name('電子郵件', 'e-mail'),
      role: name('角色', 'role'),
      unitId: name('單位', 'unit'),
    },
  },
  agency: {
    state: {},
    verb: {},
    field: { name: name('名稱', 'name'), parentId: name('上級機關', 'superior agency') },
  },
  plan: {
    state: {
      draft: name('草案', 'draft'),
      approved: name('已核定', 'approved'),
      published: name('已公布', 'published'),
      closed: name('已結案', 'closed'),
    },
    verb: {
      approve: name('核定', 'approve'),
      unapprove: name('撤回核定', 'withdraw the approval'),
      publish: name('公布', 'publish'),
      unpublish: name('撤回公布', 'withdraw from publication'),
      close: name('結案', 'close'),
      reopen: name('撤銷結案', 'reopen'),
    },
    field: { sourceSha256: name('來源檔案', 'source file') },
  },
  planItem: {
    state: {},
    verb: {},
    field: {
      parentId: name('上層項目', 'parent item'),
      skeletonKey: name('共通架構', 'common skeleton'),
    },
  },
  crosswalkLink: {
    state: {},
    verb: {},
    field: {
      planItemId: name('本計畫項目', 'item of this plan'),
      superiorItemId: name('上級計畫項目', 'item of the superior’s plan'),
      note: name('說明', 'note'),
    },
  },
  assignment: {
    state: {
      open: name('列管中', 'tracked'),
      releaseRequested: name('申請解除', 'release requested'),
      released: name('已解除列管', 'released'),
      withdrawn: name('已撤銷管制', 'withdrawn'),
    },
    verb: {
      requestRelease: name('申請解除列管', 'request release'),
      keepTracking: name('持續列管', 'keep tracking'),
      release: name('解除列管', 'release'),
      withdraw: name('撤銷管制', 'withdraw'),
      reopen: name('重新列管', 'track again'),
    },
    field: {
      planItemId: name('計畫項目', 'plan item'),
      unitId: name('單位', 'unit'),
      officerId: name('承辦人', 'case officer'),
    },
  },
  round: {
    state: {
      draft: name('未開放', 'not open yet'),
      open: name('填報中', 'open'),
      closed: name('已截止', 'closed'),
    },
    verb: {
      open: name('開放填報', 'open'),
      close: name('截止填報', 'close'),
      reopen: name('重新開放填報', 'reopen'),
    },
    field: {},
  },
  report: {
    state: {
      pending: name('待填報', 'to be reported'),
      drafting: name('填寫中', 'being written'),
      submitted: name('已送審', 'submitted'),
      endorsed: name('已核章', 'endorsed'),
      accepted: name('審核通過', 'accepted'),
      returned: name('退回補正', 'returned'),
    },
    verb: {
      start: name('填寫', 'edit'),
      submit: name('送審', 'submit'),
      endorse: name('核章', 'endorse'),
      accept: name('審核通過', 'accept'),
      return: name('退回補正', 'return'),
      revise: name('補正', 'revise'),
      reopen: name('重新開放', 'reopen'),
    },
    field: {
      result: name('檢核結果', 'result'),
      narrative: name('辦理情形', 'narrative'),
      delayCause: name('落後原因', 'cause of delay'),
      remedy: name('因應對策', 'remedy'),
    },
  },
  form: {
    state: {},
    verb: {},
    field: {
      result: name('檢核結果', 'result'),
      narrative: name('辦理情形', 'narrative'),
      evidence: name('佐證資料', 'evidence'),
      selfScore: name('自評', 'own score'),
      firstScore: name('初核', 'first score'),
      secondScore: name('複核', 'second score'),
      remarks: name('備註', 'remarks'),
      action: name('改善措施', 'action'),
      actualDate: name('實際完成日', 'actual date'),
    },
  },
  template: {
    state: {},
    verb: {},
    field: {
      isForm: name('是否為表單', 'whether it is a form'),
      fillLocked: name('鎖定格仍填寫', 'filling of locked cells'),
      headerRows: name('欄位名稱列', 'rows of column titles'),
      columns: name('欄位', 'columns'),
      resultTicks: name('勾選欄', 'columns to tick'),
      agencyCell: name('機關名稱格', 'cell of the agency'),
      periodCell: name('查核期間格', 'cell of the period'),
      dateCell: name('填表日期格', 'cell of the date'),
      signOffRow: name('核章列', 'row to sign'),
      addRows: name('要填寫的列', 'rows to fill in'),
      dropRows: name('不填寫的列', 'rows left out'),
    },
  },
  collection: {
    state: {
      draft: name('草稿', 'draft'),
      open: name('收件中', 'open'),
      closed: name('已結束', 'closed'),
    },
    verb: {
      open: name('發送', 'open'),
      close: name('結束', 'close'),
      reopen: name('重新開放', 'reopen'),
      issueEdition: name('發出新版', 'issue a newer edition'),
      mail: name('寄送', 'mail'),
      handOutSheets: name('以 Google 試算表發放', 'hand out as Google spreadsheets'),
      takeSheets: name('收回試算表', 'take spreadsheets back'),
      chase: name('稽催', 'chase'),
    },
    field: {
      name: name('名稱', 'name'),
      templateId: name('範本', 'template'),
      dueDate: name('期限', 'due date'),
      instructions: name('填表說明', 'instructions'),
      agencyIds: name('受查機關', 'agencies'),
      previousId: name('前次彙整案', 'collection before'),
    },
  },
  recipient: {
    state: {
      notReturned: name('未送', 'not returned'),
      overdue: name('逾期', 'overdue'),
      returned: name('已送', 'returned'),
      otherEdition: name('版本不符', 'other edition'),
      duplicate: name('重複', 'duplicate'),
      doubtful: name('有疑義', 'doubtful'),
      consolidated: name('已彙整', 'consolidated'),
      sentBack: name('退回補正', 'sent back'),
    },
    verb: {},
    field: { mailTo: name('收件信箱', 'mail address') },
  },
  collectionFile: {
    state: {
      waiting: name('等待讀取', 'waiting to be read'),
      read: name('待套用', 'to be applied'),
      unreadable: name('無法讀取', 'unreadable'),
      applied: name('已彙整', 'taken in'),
      rejected: name('不採用', 'rejected'),
    },
    verb: {
      read: name('讀取', 'read'),
      settle: name('決定', 'settle'),
      apply: name('套用', 'apply'),
      undo: name('復原', 'undo'),
      reject: name('不採用', 'reject'),
      receive: name('重新收件', 'receive again'),
    },
    field: {},
  },
  collectedRow: {
    state: {},
    verb: {},
    field: {
      accepted: name('採認內容', 'accepted values'),
      first: name('初核', 'first review'),
      second: name('複核', 'second review'),
      returnReason: name('退回理由', 'reason for sending back'),
    },
  },
  finding: {
    state: {
      open: name('待改善', 'open'),
      answered: name('已回復', 'answered'),
      released: name('解除列管', 'released'),
      kept: name('持續列管', 'kept'),
    },
    verb: {
      answer: name('回復改善措施', 'answer'),
      release: name('解除列管', 'release'),
      keep: name('持續列管', 'keep'),
      update: name('修改', 'change'),
    },
    field: {
      title: name('缺失', 'finding'),
      text: name('說明', 'description'),
      dueDate: name('改善期限', 'due date'),
      action: name('改善措施', 'corrective action'),
      collectedRowId: name('機關填報', 'answer of the agency'),
    },
  },
  sheet: {
    state: {
      publishing: name('發布中', 'being published'),
      active: name('已連結', 'connected'),
      paused: name('已暫停', 'paused'),
      asking: name('待確認', 'waiting for an answer'),
      failed: name('連線中斷', 'broken off'),
      disconnected: name('已解除連結', 'disconnected'),
    },
    verb: {
      publish: name('發布', 'publish'),
      sync: name('同步', 'sync'),
      ask: name('詢問', 'ask'),
      fail: name('中斷', 'break off'),
      pause: name('暫停', 'pause'),
      resume: name('恢復', 'resume'),
      disconnect: name('解除連結', 'disconnect'),
    },
    field: {
      accountId: name('Google 帳號', 'Google account'),
      everyMinutes: name('同步間隔', 'interval'),
      folderId: name('資料夾代碼', 'folder id'),
      mode: name('同步方式', 'mode'),
      tabbing: name('分頁方式', 'tabs'),
    },
  },
  recipientSheet: {
    state: {
      publishing: name('建立中', 'being made'),
      active: name('填寫中', 'being filled in'),
      failed: name('連線中斷', 'broken off'),
      disconnected: name('已解除連結', 'disconnected'),
    },
    verb: {
      publish: name('建立', 'make'),
      take: name('收回', 'take back'),
      fail: name('中斷', 'break off'),
      disconnect: name('解除連結', 'disconnect'),
    },
    field: {},
  },
  exchange: {
    state: {
      received: name('已收件', 'received'),
      previewed: name('待套用', 'to be applied'),
      applied: name('已套用', 'applied'),
      undone: name('已復原', 'undone'),
      rejected: name('已退件', 'rejected'),
    },
    verb: {
      settle: name('決定衝突', 'settle conflicts'),
      preview: name('預覽', 'preview'),
      apply: name('套用', 'apply'),
      undo: name('復原', 'undo'),
      reject: name('退件', 'reject'),
    },
    field: {},
  },
  package: {
    state: {
      sent: name('已產生', 'made'),
      previewed: name('待套用', 'to be applied'),
      applied: name('已套用', 'applied'),
      undone: name('已復原', 'undone'),
      rejected: name('已退件', 'rejected'),
      refused: name('拒收', 'refused'),
    },
    verb: {
      settle: name('決定衝突', 'settle conflicts'),
      apply: name('套用', 'apply'),
      undo: name('復原', 'undo'),
      reject: name('退件', 'reject'),
    },
    field: {},
  },
};

/** Every name by its path, `comma`, which stands between the names of a list, and what runs along a form. */
export const names: Names = {
  comma: name('、', ', '),
  'line.row': name('列', 'row'),
  'line.column': name('欄', 'column'),
  ...Object.fromEntries(
    Object.entries(trees).flatMap(([thing, kinds]) =>
      Object.entries(kinds).flatMap(([kind, entries]) =>
        Object.entries(entries).map(([value, entry]) => [`${thing}.${kind}.${value}`, entry] as const),
      ),
    ),
  ),
};

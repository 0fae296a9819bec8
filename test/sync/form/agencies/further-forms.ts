import type { AgencyForm } from './forms.ts';

const _ = null;

const lights: AgencyForm = {
  title: '施政計畫燈號管考表: lights, progress in per cent, why it lags',
  sheets: [
    {
      name: '燈號',
      rows: [
        ['北灣市政府114年度重點施政計畫管考表'],
        ['填報機關：北灣市政府工務局', _, _, _, _, _, _, '填報日期：114/06/30'],
        ['編號', '計畫項目', '主辦科室', '預計完成日期', '執行情形', '燈號', '落後原因', '佐證頁碼'],
        ['1', '人行道改善工程', '土木科', '114/09/30', _, _, _, _],
        ['2', '橋梁檢測', '養護科', '114/12/31', _, _, _, _],
        ['3', '路燈汰換', '公園科', '114/10/15', _, _, _, _],
        ['註：綠燈—符合進度；黃燈—落後5%以內；紅燈—落後逾5%。', _, _, _, _, _, _, _],
      ],
      merges: ['A1:H1', 'A2:E2', 'A7:H7'],
      lists: { 'F4:F6': ['綠', '黃', '紅'] },
      drawn: ['A3:H6'],
    },
  ],
  expected: [
    {
      name: '燈號',
      headerRows: [3, 3],
      columns: {
        number: 'A',
        item: 'B',
        units: 'C',
        checkMonths: 'D',
        narrative: 'E',
        result: 'F',
        evidence: 'H',
      },
      resultChoices: ['綠', '黃', '紅'],
      rows: ['4 1 人行道改善工程', '5 2 橋梁檢測', '6 3 路燈汰換'],
    },
  ],
  answers: { result: '黃', narrative: '已完成第一標。', evidence: ['第3-5頁'] },
};

const twoLooks: AgencyForm = {
  title: '服務品質自我檢核暨抽查表: ticks of the agency, ticks of whoever looks again',
  sheets: [
    {
      name: '服務',
      rows: [
        ['服務品質自我檢核暨抽查表'],
        ['項次', '檢核項目', '自我檢核', _, _, '抽查結果', _, '改善建議'],
        [_, _, '符合', '部分符合', '未符合', '符合', '未符合', _],
        ['1', '電話禮貌用語一致', _, _, _, _, _, _],
        ['2', '櫃檯備有雙語標示', _, _, _, _, _, _],
        ['3', '申辦流程公開於網站', _, _, _, _, _, _],
      ],
      merges: ['A1:H1', 'A2:A3', 'B2:B3', 'C2:E2', 'F2:G2', 'H2:H3'],
      drawn: ['A2:H6'],
    },
  ],
  expected: [
    {
      name: '服務',
      headerRows: [2, 3],
      columns: {
        number: 'A',
        item: 'B',
        resultTicks: { 符合: 'C', 部分符合: 'D', 未符合: 'E' },
      },
      resultChoices: ['符合', '部分符合', '未符合'],
      rows: ['4 1 電話禮貌用語一致', '5 2 櫃檯備有雙語標示', '6 3 申辦流程公開於網站'],
    },
  ],
  answers: { result: '部分符合' },
};

const shares: AgencyForm = {
  title: '關鍵績效指標達成情形表: targets, per cent reached, 是否達成',
  sheets: [
    {
      name: '指標',
      rows: [
        ['東嶺縣環境保護局114年關鍵績效指標達成情形'],
        ['構面', '績效指標', '年度目標值', '實際值', '達成率%', '是否達成', '未達成原因說明', '佐證資料'],
        ['空氣品質', '1.PM2.5年平均濃度', '15以下', _, _, '□是□否', _, _],
        [_, '2.稽查件數', '500件', _, _, '□是□否', _, _],
        ['廢棄物', '1.資源回收率', '60%', _, _, '□是□否', _, _],
      ],
      merges: ['A1:H1', 'A3:A4'],
      formats: { 'E3:E5': '0%' },
      drawn: ['A2:H5'],
    },
  ],
  expected: [
    {
      name: '指標',
      headerRows: [2, 2],
      columns: { item: 'A', keyPoint: 'B', result: 'F', narrative: 'G', evidence: 'H' },
      resultChoices: ['是', '否'],
      rows: ['3 1 PM2.5年平均濃度', '4 2 稽查件數', '5 1 資源回收率'],
      items: ['空氣品質', '空氣品質', '廢棄物'],
    },
  ],
  answers: { result: '否', narrative: '因設備故障停測二週。', evidence: ['監測報表'] },
};

const threeDeep: AgencyForm = {
  title: '採購稽核自主檢核: a header three rows deep, scores of three sides',
  sheets: [
    {
      name: '採購',
      rows: [
        ['採購作業自主檢核表', _, _, _, _, _, _, _],
        ['檢核構面', '檢核事項', '配分', '評分', _, _, '說明', _],
        [_, _, _, '機關', '上級', _, '辦理情形', '附件編號'],
        [_, _, _, '自評', '初評', '複評', _, _],
        ['招標', '1.招標文件經核定', 10, _, _, _, _, _],
        [_, '2.等標期符合規定', 10, _, _, _, _, _],
        ['履約', '1.查驗紀錄完整', 10, _, _, _, _, _],
        ['合計', _, 30, _, _, _, _, _],
      ],
      merges: [
        ...['A1:H1', 'A2:A4', 'B2:B4', 'C2:C4', 'D2:F2', 'E3:F3', 'G2:H2', 'G3:G4', 'H3:H4'],
        ...['A5:A6', 'A8:B8'],
      ],
      drawn: ['A2:H8'],
    },
  ],
  expected: [
    {
      name: '採購',
      headerRows: [2, 4],
      columns: {
        item: 'A',
        step: 'B',
        selfScore: 'D',
        firstScore: 'E',
        secondScore: 'F',
        narrative: 'G',
        evidence: 'H',
      },
      rows: ['5 1 招標文件經核定', '6 2 等標期符合規定', '7 1 查驗紀錄完整'],
      items: ['招標', '招標', '履約'],
      totalRows: [8],
    },
  ],
  answers: { selfScore: 9, narrative: '均依規定辦理。', evidence: ['附件3'] },
};

const pages: AgencyForm = {
  title: '古蹟維護巡查表: its header on every printed page, subtotals and a total',
  sheets: [
    {
      name: '巡查',
      rows: [
        ['古蹟日常管理維護巡查表', _, _, _, _],
        ['巡查項目', '巡查重點', '配分', '得分', '處理情形'],
        ['屋頂', '(一)瓦片無鬆脫', 5, _, _],
        [_, '(二)排水溝無淤積', 5, _, _],
        ['小計', _, 10, _, _],
        ['古蹟日常管理維護巡查表', _, _, _, _],
        ['巡查項目', '巡查重點', '配分', '得分', '處理情形'],
        ['牆體', '(一)無明顯裂縫', 5, _, _],
        [_, '(二)無白蟻蛀蝕', 5, _, _],
        ['小計', _, 10, _, _],
        ['總分', _, 20, _, _],
        ['巡查人員：', _, '單位主管：', _, _],
      ],
      merges: ['A1:E1', 'A3:A4', 'A5:B5', 'A6:E6', 'A8:A9', 'A10:B10', 'A11:B11'],
      drawn: ['A2:E5', 'A7:E11'],
    },
  ],
  expected: [
    {
      name: '巡查',
      headerRows: [2, 2],
      columns: { item: 'A', keyPoint: 'B', selfScore: 'D', narrative: 'E' },
      rows: ['3 (一) 瓦片無鬆脫', '4 (二) 排水溝無淤積', '8 (一) 無明顯裂縫', '9 (二) 無白蟻蛀蝕'],
      items: ['屋頂', '屋頂', '牆體', '牆體'],
      totalRows: [5, 10, 11],
      signOffRow: 12,
    },
  ],
  answers: { selfScore: 4, narrative: '已清除落葉。' },
};

const handTicks: AgencyForm = {
  title: '校園安全自主檢視表: 是 and 否 to tick behind each line, in brackets',
  sheets: [
    {
      name: '校園',
      rows: [
        ['北灣國中校園安全自主檢視表', _, _, _],
        ['檢視項目', '檢視內容', '檢視結果\n（請打ˇ）', '備註'],
        ['門禁', '訪客換證登記', '（　）是（　）否（　）不適用', _],
        [_, '圍牆高度足夠', '（　）是（　）否（　）不適用', _],
        ['設施', '遊具定期檢查', '（　）是（　）否（　）不適用', _],
      ],
      merges: ['A1:D1', 'A3:A4'],
      drawn: ['A2:D5'],
    },
  ],
  expected: [
    {
      name: '校園',
      headerRows: [2, 2],
      columns: { item: 'A', step: 'B', result: 'C', remarks: 'D' },
      resultChoices: ['是', '否', '不適用'],
      rows: ['3 - 訪客換證登記', '4 - 圍牆高度足夠', '5 - 遊具定期檢查'],
      items: ['門禁', '門禁', '設施'],
    },
  ],
  answers: { result: '是', remarks: '每日登記。' },
};

const otherSheet: AgencyForm = {
  title: '長照據點訪查表: choices that stand on another sheet',
  sheets: [
    {
      name: '訪查',
      rows: [
        ['據點名稱：清溪社區', _, _, _, _],
        ['序號', '訪查指標', '查核方式', '符合程度', '待改善說明'],
        [1, '服務時段公告', '現場查看', _, _],
        [2, '志工保險投保', '查閱保單', _, _],
        [3, '餐食衛生紀錄', '查閱紀錄', _, _],
      ],
      merges: ['A1:E1'],
      lists: { 'D3:D5': '選項!$A$1:$A$3' },
      drawn: ['A2:E5'],
    },
    { name: '選項', rows: [['完全符合'], ['大致符合'], ['不符合']] },
  ],
  only: 'xlsx',
  expected: [
    {
      name: '訪查',
      headerRows: [2, 2],
      columns: { number: 'A', keyPoint: 'B', result: 'D', narrative: 'E' },
      resultChoices: ['完全符合', '大致符合', '不符合'],
      rows: ['3 1 服務時段公告', '4 2 志工保險投保', '5 3 餐食衛生紀錄'],
    },
  ],
  answers: { result: '大致符合', narrative: '缺一月份紀錄。' },
};

const evidenceLines: AgencyForm = {
  title: '公共圖書館評鑑自評表: text merged over rows, several lines of evidence to a question',
  sheets: [
    {
      name: '圖書館',
      rows: [
        ['評鑑面向', '評鑑指標', '自評說明', '佐證資料', '自評分數(0-10)'],
        ['館藏發展', '1-1 訂有館藏發展政策', _, '1.', _],
        [_, _, _, '2.', _],
        [_, '1-2 年度購書經費執行率', _, '1.', _],
        [_, _, _, '2.', _],
        ['讀者服務', '2-1 辦理閱讀推廣活動', _, '1.', _],
        [_, _, _, '2.', _],
      ],
      merges: [...['A2:A5', 'A6:A7', 'B2:B3', 'B4:B5', 'B6:B7', 'C2:C3', 'C4:C5', 'C6:C7', 'E2:E3', 'E4:E5', 'E6:E7']],
      drawn: ['A1:E7'],
    },
  ],
  expected: [
    {
      name: '圖書館',
      headerRows: [1, 1],
      columns: { item: 'A', keyPoint: 'B', narrative: 'C', evidence: 'D', selfScore: 'E' },
      rows: ['2 1-1 訂有館藏發展政策', '4 1-2 年度購書經費執行率', '6 2-1 辦理閱讀推廣活動'],
      items: ['館藏發展', '館藏發展', '讀者服務'],
    },
  ],
  answers: { narrative: '政策於三月修訂。', selfScore: 8 },
};

const perAgency: AgencyForm = {
  title: '各所追蹤表: an agency to each sheet, named by its tab',
  sheets: ['東區戶政事務所', '西區戶政事務所'].map(name => ({
    name,
    rows: [
      ['便民服務精進措施追蹤表', _, _, _, _],
      ['措施', '期程', '目前辦理進度', '完成日期', '是否解除列管'],
      ['延長受理時間', '114.06', _, _, '□是 □否'],
      ['行動化服務', '114.12', _, _, '□是 □否'],
    ],
    merges: ['A1:E1'],
    drawn: ['A2:E4'],
  })),
  expected: ['東區戶政事務所', '西區戶政事務所'].map(name => ({
    name,
    headerRows: [2, 2] as const,
    columns: { item: 'A', plannedDate: 'B', narrative: 'C', actualDate: 'D', result: 'E' },
    resultChoices: ['是', '否'],
    rows: ['3 - 延長受理時間', '4 - 行動化服務'],
  })),
  answers: { result: '是', narrative: '三月起每週三延長。', actualDate: '2025-03-05' },
};

const findings: AgencyForm = {
  title: '外部稽核缺失改善表: dates as 1140630, released or not',
  sheets: [
    {
      name: '缺失',
      rows: [
        ['外部稽核缺失改善情形彙整表', _, _, _, _, _, _],
        ['缺失編號', '稽核發現', '改善措施', '預定完成日', '實際完成日', '改善情形說明', '覆核結果'],
        ['NC-01', '未定期清查帳號', _, '1140630', _, _, '□解除列管□繼續列管'],
        ['NC-02', '備份未測試還原', _, '1140930', _, _, '□解除列管□繼續列管'],
      ],
      merges: ['A1:G1'],
      drawn: ['A2:G4'],
    },
  ],
  expected: [
    {
      name: '缺失',
      headerRows: [2, 2],
      columns: {
        number: 'A',
        finding: 'B',
        action: 'C',
        plannedDate: 'D',
        actualDate: 'E',
        narrative: 'F',
        result: 'G',
      },
      resultChoices: ['解除列管', '繼續列管'],
      rows: ['3 NC-01 未定期清查帳號', '4 NC-02 備份未測試還原'],
    },
  ],
  answers: { action: '每季清查。', actualDate: '2025-06-20', narrative: '已清查完成。' },
};

const weights: AgencyForm = {
  title: '績效自評表: weights in per cent, 得分 computed by whoever marks',
  sheets: [
    {
      name: '績效',
      rows: [
        ['114年度業務績效自評表', _, _, _, _, _],
        ['評核項目', '權重(%)', '評分標準', '自評得分', '主管評分', '具體事蹟'],
        ['公文時效', 30, '平均辦理天數三日內得滿分', _, _, _],
        ['為民服務', 40, '滿意度九成以上得滿分', _, _, _],
        ['創新作為', 30, '每案五分', _, _, _],
        ['合計', 100, _, _, _, _],
      ],
      merges: ['A1:F1'],
      drawn: ['A2:F6'],
    },
  ],
  expected: [
    {
      name: '績效',
      headerRows: [2, 2],
      columns: { item: 'A', step: 'C', selfScore: 'D', firstScore: 'E', narrative: 'F' },
      rows: ['3 - 平均辦理天數三日內得滿分', '4 - 滿意度九成以上得滿分', '5 - 每案五分'],
      items: ['公文時效', '為民服務', '創新作為'],
      totalRows: [6],
    },
  ],
  answers: { selfScore: 28, narrative: '平均二點六日。' },
};

const hiddenKeys: AgencyForm = {
  title: '個資保護自檢表: a hidden column of keys, circles and crosses',
  sheets: [
    {
      name: '個資',
      rows: [
        ['KEY', '類別', '自檢項目', '自檢結果\n(○/×/－)', '補充說明'],
        ['k-001', '蒐集', '告知事項齊備', _, _],
        ['k-002', _, '取得同意書', _, _],
        ['k-003', '利用', '提供前遮罩', _, _],
      ],
      merges: ['B2:B3'],
      hiddenColumns: ['A'],
      lists: { 'D2:D4': ['○', '×', '－'] },
      drawn: ['A1:E4'],
    },
  ],
  expected: [
    {
      name: '個資',
      headerRows: [1, 1],
      columns: { item: 'B', keyPoint: 'C', result: 'D', narrative: 'E' },
      resultChoices: ['○', '×', '－'],
      rows: ['2 - 告知事項齊備', '3 - 取得同意書', '4 - 提供前遮罩'],
      items: ['蒐集', '蒐集', '利用'],
    },
  ],
  answers: { result: '○', narrative: '每年檢視。' },
};

const twoTables: AgencyForm = {
  title: '業務聯繫會報管考表: 表一 and 表二 below each other, other columns in each',
  sheets: [
    {
      name: '管考',
      rows: [
        ['表一　重點工作辦理情形', _, _, _, _],
        ['項次', '重點工作', '辦理情形', '佐證資料', '備註'],
        ['1', '推動無紙化會議', _, _, _],
        ['2', '整併申請書表', _, _, _],
        [_, _, _, _, _],
        ['表二　缺失改善追蹤', _, _, _, _],
        ['編號', '缺失事項', '改善措施', '改善情形', '實際完成日期'],
        ['A', '公告逾期未下架', _, _, _],
        ['B', '服務台無人值守', _, _, _],
      ],
      merges: ['A1:E1', 'A6:E6'],
      drawn: ['A2:E4', 'A7:E9'],
    },
  ],
  expected: [
    {
      name: '管考',
      headerRows: [2, 2],
      columns: { number: 'A', keyPoint: 'B', narrative: 'C', evidence: 'D', remarks: 'E' },
      rows: ['3 1 推動無紙化會議', '4 2 整併申請書表', '8 A 公告逾期未下架', '9 B 服務台無人值守'],
    },
  ],
  answers: { narrative: '已全面實施。' },
};

const tickForms: AgencyForm = {
  title: '廉政宣導檢核表: boxes before the words, one choice to a line',
  sheets: [
    {
      name: '廉政',
      rows: [
        ['廉政宣導及內部控制檢核表', _, _, _],
        ['機關別', '海口鄉公所', '日期', '114年6月30日'],
        ['題號', '檢核事項', '檢核結果', '未落實原因及改進作法'],
        ['1', '新進人員完成廉政講習', '□落實\n□部分落實\n□未落實\n□不適用', _],
        ['2', '請託關說登錄', '□落實\n□部分落實\n□未落實\n□不適用', _],
      ],
      merges: ['A1:D1'],
      drawn: ['A3:D5'],
    },
  ],
  expected: [
    {
      name: '廉政',
      headerRows: [3, 3],
      columns: { number: 'A', step: 'B', result: 'C', narrative: 'D' },
      resultChoices: ['落實', '部分落實', '未落實', '不適用'],
      rows: ['4 - 新進人員完成廉政講習', '5 - 請託關說登錄'],
    },
  ],
  answers: { result: '部分落實', narrative: '補訓三人。' },
};

const quarters: AgencyForm = {
  title: '志工業務考核: result by a drop-down, who looks again beside it',
  sheets: [
    {
      name: '志工',
      rows: [
        ['考核項目', '考核細項', '機關自評', _, '考核小組複評', _],
        [_, _, '符合與否', '說明', '符合與否', '意見'],
        ['一、組織', '1.訂有志工管理要點', _, _, _, _],
        [_, '2.設置督導人員', _, _, _, _],
        ['二、訓練', '1.基礎訓練完成率', _, _, _, _],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1', 'A3:A4'],
      lists: { 'C3:C5': ['符合', '部分符合', '未符合', '不適用'], 'E3:E5': ['符合', '部分符合', '未符合', '不適用'] },
      drawn: ['A1:F5'],
    },
  ],
  expected: [
    {
      name: '志工',
      headerRows: [1, 2],
      columns: { item: 'A', step: 'B', result: 'C', narrative: 'D' },
      resultChoices: ['符合', '部分符合', '未符合', '不適用'],
      rows: ['3 1 訂有志工管理要點', '4 2 設置督導人員', '5 1 基礎訓練完成率'],
      items: ['一組織', '一組織', '二訓練'],
    },
  ],
  answers: { result: '符合', narrative: '要點於二月修正。' },
};

const progress: AgencyForm = {
  title: '會議決議事項列管表: case by case, 列管情形 and who leads',
  sheets: [
    {
      name: '決議',
      rows: [
        ['主管會報決議事項列管表（截至1140630）', _, _, _, _, _, _],
        ['案號', '會議日期', '決議事項', '主辦單位', '辦理進度說明', '完成百分比', '列管情形'],
        ['114-01', '114.02.10', '研議櫃檯排班', '秘書室', _, _, _],
        ['114-02', '114.03.10', '盤點閒置空間', '行政課', _, _, _],
      ],
      merges: ['A1:G1'],
      lists: { 'G3:G4': ['繼續列管', '解除列管'] },
      formats: { 'F3:F4': '0%' },
      drawn: ['A2:G4'],
    },
  ],
  expected: [
    {
      name: '決議',
      headerRows: [2, 2],
      columns: { number: 'A', item: 'C', units: 'D', narrative: 'E', result: 'G' },
      resultChoices: ['繼續列管', '解除列管'],
      rows: ['3 114-01 研議櫃檯排班', '4 114-02 盤點閒置空間'],
    },
  ],
  answers: { result: '解除列管', narrative: '已完成盤點。' },
};

const audit: AgencyForm = {
  title: 'Internal audit checklist: compliance by a list, dates and owners',
  sheets: [
    {
      name: 'Audit',
      rows: [
        ['Internal audit checklist 2025', _, _, _, _, _],
        ['Clause', 'Requirement', 'Compliance', 'Findings', 'Corrective action', 'Due date'],
        ['4.1', 'The scope is documented', _, _, _, _],
        ['4.2', 'Roles are assigned', _, _, _, _],
        ['5.1', 'Records are kept for five years', _, _, _, _],
      ],
      merges: ['A1:F1'],
      lists: { 'C3:C5': ['Compliant', 'Partially compliant', 'Non-compliant'] },
      drawn: ['A2:F5'],
    },
  ],
  expected: [
    {
      name: 'Audit',
      headerRows: [2, 2],
      columns: { number: 'A', step: 'B', result: 'C', narrative: 'D', action: 'E', plannedDate: 'F' },
      resultChoices: ['Compliant', 'Partially compliant', 'Non-compliant'],
      rows: ['3 4.1 The scope is documented', '4 4.2 Roles are assigned', '5 5.1 Records are kept for five years'],
    },
  ],
  answers: { result: 'Compliant', narrative: 'None.', action: 'None needed.' },
};

const helpers: AgencyForm = {
  title: '節能減碳考評: hidden helper rows and columns, figures of last year beside',
  sheets: [
    {
      name: '節能',
      rows: [
        ['單位代碼', 'E01', _, _, _, _],
        ['節能減碳考評自評表', _, _, _, _, _],
        ['考評項目', '考評內容', '去年成績', '本年自評', '執行說明', '附件頁次'],
        ['用電', '1.用電量較去年減少1%', 8, _, _, _],
        [_, '2.汰換老舊空調', 7, _, _, _],
        ['用水', '1.裝設省水器材', 9, _, _, _],
      ],
      merges: ['A2:F2', 'A4:A5'],
      hiddenRows: [1],
      drawn: ['A3:F6'],
    },
  ],
  expected: [
    {
      name: '節能',
      headerRows: [3, 3],
      columns: { item: 'A', step: 'B', selfScore: 'D', narrative: 'E', evidence: 'F' },
      rows: ['4 1 用電量較去年減少1%', '5 2 汰換老舊空調', '6 1 裝設省水器材'],
      items: ['用電', '用電', '用水'],
    },
  ],
  answers: { selfScore: 8, narrative: '減少百分之二。', evidence: ['P.12'] },
};

const checks: AgencyForm = {
  title: '工程查驗表: ○ and × to be set, who inspected and when',
  sheets: [
    {
      name: '查驗',
      rows: [
        ['工程名稱', '海口鄉活動中心修繕', _, '查驗日期', '114/06/30', _],
        ['查驗項目', '查驗標準', '查驗情形', '查驗結果', '缺失改善', '複查結果'],
        ['模板', '尺寸誤差5mm內', _, '○／×', _, _],
        ['鋼筋', '間距誤差10mm內', _, '○／×', _, _],
        ['混凝土', '坍度15±2.5cm', _, '○／×', _, _],
        ['查驗人員簽名：', _, _, '主任：', _, _],
      ],
      drawn: ['A2:F5'],
    },
  ],
  expected: [
    {
      name: '查驗',
      headerRows: [2, 2],
      columns: { item: 'A', step: 'B', narrative: 'C', result: 'D' },
      rows: ['3 - 尺寸誤差5mm內', '4 - 間距誤差10mm內', '5 - 坍度15±2.5cm'],
      items: ['模板', '鋼筋', '混凝土'],
      signOffRow: 6,
    },
  ],
  answers: { narrative: '誤差3mm。' },
};

const score: AgencyForm = {
  title: '行政透明自評: what was done beside 0–10 points, reasons of points taken off',
  sheets: [
    {
      name: '透明',
      rows: [
        ['評估面向', '評估指標', '評估標準', '自評分數\n(0-10分)', '審查分數', '扣分原因', '附件編號'],
        ['資訊公開', '1.1 預算書公開', '逾期每日扣一分', _, _, _, _],
        [_, '1.2 會議紀錄公開', '缺一次扣二分', _, _, _, _],
        ['參與', '2.1 公聽會辦理', '未辦理者零分', _, _, _, _],
        ['總分', _, _, _, _, _, _],
      ],
      merges: ['A2:A3', 'A5:C5'],
      drawn: ['A1:G5'],
    },
  ],
  expected: [
    {
      name: '透明',
      headerRows: [1, 1],
      columns: { item: 'A', keyPoint: 'B', step: 'C', selfScore: 'D', firstScore: 'E', narrative: 'F', evidence: 'G' },
      rows: ['2 - 逾期每日扣一分', '3 - 缺一次扣二分', '4 - 未辦理者零分'],
      items: ['資訊公開', '資訊公開', '參與'],
      totalRows: [5],
    },
  ],
  answers: { selfScore: 9, narrative: '晚一日上傳。', evidence: ['2-1'] },
};

/** Forms of offices that look at work of other kinds, in their own words. */
export const furtherForms: readonly AgencyForm[] = [
  ...[lights, twoLooks, shares, threeDeep, pages, handTicks, otherSheet, evidenceLines, perAgency, findings],
  ...[weights, hiddenKeys, twoTables, tickForms, quarters, progress, audit, helpers, checks, score],
];

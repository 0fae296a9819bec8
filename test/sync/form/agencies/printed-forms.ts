import type { AgencyForm } from './forms.ts';

const _ = null;

const library: AgencyForm = {
  title: '公共圖書館營運自我評量: facets and details under ticks, the library in a cell of its own',
  sheets: [
    {
      name: 'Sheet1',
      rows: [
        ['114年度公共圖書館營運自我評量'],
        ['館名：', '北望鎮立圖書館', _, _, _, '填表日期：114.10.05'],
        ['評量面向', '評量細項', '辦理情形(請打V)', _, _, '具體事蹟說明(請條列)'],
        [_, _, '已辦理', '辦理中', '未辦理', _],
        ['一、館藏發展', '(一)訂定館藏發展政策並公告', _, _, _, _],
        [_, '(二)每年辦理館藏盤點', _, _, _, _],
        ['二、推廣活動', '(一)辦理嬰幼兒閱讀活動4場以上', _, _, _, _],
        ['館員核章', _, '館長核章', _, _, _],
      ],
      merges: ['A1:F1', 'B2:E2', 'A3:A4', 'B3:B4', 'C3:E3', 'F3:F4', 'A5:A6', 'A8:B8', 'C8:F8'],
      drawn: ['A3:F7'],
    },
  ],
  expected: [
    {
      name: 'Sheet1',
      headerRows: [3, 4],
      columns: { item: 'A', step: 'B', narrative: 'F', resultTicks: { 已辦理: 'C', 辦理中: 'D', 未辦理: 'E' } },
      rows: ['5 (一) 訂定館藏發展政策並公告', '6 (二) 每年辦理館藏盤點', '7 (一) 辦理嬰幼兒閱讀活動4場以上'],
      items: ['一館藏發展', '一館藏發展', '二推廣活動'],
      signOffRow: 8,
    },
  ],
  answers: { result: '辦理中', narrative: '1.已召開館藏會議。' },
};

const indicators: AgencyForm = {
  title: '關鍵績效指標執行情形表: how an indicator is measured and what it aims at ask nothing',
  sheets: [
    {
      name: 'KPI',
      rows: [
        ['人事處114年度關鍵績效指標執行情形表'],
        [
          '策略目標',
          '關鍵績效指標',
          '衡量標準',
          '年度目標值',
          '截至6月底實際值',
          '達成度',
          '執行說明',
          '主辦機關(單位)',
        ],
        ['提升公務效能', '公文線上簽核比率', '線上簽核件數／總件數', '65%', _, _, _, '行政科'],
        [_, '平均公文處理日數', '總處理日數／件數', '2.8日', _, _, _, '行政科'],
        ['培育人才', '每人平均學習時數', '總時數／總人數', '40小時', _, _, _, '考訓科'],
        ['填表人：　　　　　　　　　　單位主管：　　　　　　　　　　機關首長：'],
      ],
      merges: ['A1:H1', 'A3:A4', 'A6:H6'],
      drawn: ['A2:H5'],
    },
  ],
  expected: [
    {
      name: 'KPI',
      headerRows: [2, 2],
      columns: { item: 'A', keyPoint: 'B', result: 'F', narrative: 'G', units: 'H' },
      rows: ['3 - 公文線上簽核比率', '4 - 平均公文處理日數', '5 - 每人平均學習時數'],
      signOffRow: 6,
    },
  ],
  answers: { result: '已達標', narrative: '上半年比率為七成。' },
};

const accounts: AgencyForm = {
  title: '內部審核自行評估表: an explanation that may suggest something too',
  sheets: [
    {
      name: '內部審核',
      rows: [
        ['會計業務內部審核自行評估表'],
        ['評估重點', '評估情形', _, _, '評估情形說明/改善建議'],
        [_, '符合', '未符合', '不適用', _],
        ['一、零用金保管及支付'],
        ['（一）零用金是否指定專人保管。', _, _, _, _],
        ['（二）零用金撥補是否於用罄前辦理。', _, _, _, _],
        ['二、財物盤點'],
        ['（一）財產是否每年至少盤點一次。', _, _, _, _],
        ['註：「評估情形」欄請擇一勾選。'],
      ],
      merges: ['A1:E1', 'A2:A3', 'B2:D2', 'E2:E3', 'A4:E4', 'A7:E7', 'A9:E9'],
      drawn: ['A2:E8'],
    },
  ],
  expected: [
    {
      name: '內部審核',
      headerRows: [2, 3],
      columns: { keyPoint: 'A', narrative: 'E', resultTicks: { 符合: 'B', 未符合: 'C', 不適用: 'D' } },
      rows: [
        '5 (一) 零用金是否指定專人保管。',
        '6 (二) 零用金撥補是否於用罄前辦理。',
        '8 (一) 財產是否每年至少盤點一次。',
      ],
      items: ['一零用金保管及支付', '一零用金保管及支付', '二財物盤點'],
    },
  ],
  answers: { result: '未符合', narrative: '尚未指定，建議於七月前完成。' },
};

const pharmacies: AgencyForm = {
  title: '藥局輔導訪查自評表: numbered criteria, and beside each how it is looked at',
  sheets: [
    {
      name: '督考',
      rows: [
        ['衛生局114年社區藥局輔導訪查自評表'],
        ['基準編號', '基準內容', '評核方式', '自評等級', _, _, _, '自評說明', '佐證文件'],
        [_, _, _, '優', '良', '可', '待改進', _, _],
        ['A1', '藥品陳列分類清楚', '現場查看', _, _, _, _, _, _],
        ['A2', '管制藥品專櫃加鎖', '現場查看並查閱近一年之簿冊，必要時訪談值班藥師', _, _, _, _, _, _],
        ['B1', '用藥指導紀錄完整', '抽查紀錄10份', _, _, _, _, _, _],
        ['合計項數', _, _, _, _, _, _, _, _],
      ],
      merges: ['A1:I1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:G2', 'H2:H3', 'I2:I3', 'A7:C7'],
      drawn: ['A2:I7'],
    },
  ],
  expected: [
    {
      name: '督考',
      headerRows: [2, 3],
      columns: {
        number: 'A',
        item: 'B',
        narrative: 'H',
        evidence: 'I',
        resultTicks: { 優: 'D', 良: 'E', 可: 'F', 待改進: 'G' },
      },
      rows: ['4 A1 藥品陳列分類清楚', '5 A2 管制藥品專櫃加鎖', '6 B1 用藥指導紀錄完整'],
      totalRows: [7],
    },
  ],
  answers: { result: '良', narrative: '每週盤點一次。', evidence: ['盤點紀錄'] },
};

const school: AgencyForm = {
  title: '校園安全自主檢核表: until when a fault is to be mended, units in a hidden column',
  sheets: [
    {
      name: '校安',
      rows: [
        ['花田國民小學校園安全自主檢核表（114學年度第1學期）'],
        ['編號', '檢核項目', '權責處室', '檢核結果', '預定改善完成日', '追蹤情形'],
        ['1-1', '遊戲器材定期檢查並公告', '總務處', '□是　□否', _, _],
        ['1-2', '校門及圍牆無破損', '總務處', '□是　□否', _, _],
        ['2-1', '訪客登記及換證', '學務處', '□是　□否', _, _],
        ['附註：本表檢核後留校備查，每學期至少辦理一次。'],
      ],
      merges: ['A1:F1', 'A6:F6'],
      hiddenColumns: ['C'],
      drawn: ['A2:F5'],
    },
  ],
  expected: [
    {
      name: '校安',
      headerRows: [2, 2],
      columns: { number: 'A', item: 'B', units: 'C', result: 'D', plannedDate: 'E', narrative: 'F' },
      resultChoices: ['是', '否'],
      rows: ['3 1-1 遊戲器材定期檢查並公告', '4 1-2 校門及圍牆無破損', '5 2-1 訪客登記及換證'],
    },
  ],
  answers: { result: '否', narrative: '已通知廠商修繕。' },
};

const visits: AgencyForm = {
  title: '為民服務考核自我檢視表: two tables of which the second is ticked, with few titles that are known',
  sheets: [
    {
      name: '為民服務',
      rows: [
        ['稅捐稽徵處為民服務不定期考核自我檢視表'],
        ['受考核單位：清溪分處', _, _, _, '考核日期：114年7月15日', _, _],
        ['一、電話禮貌測試'],
        ['測試項目', '配分', '測試情形描述', '測試得分', '受測人員', '改進建議', '追蹤處理'],
        ['接聽速度（鈴響四聲內）', 20, _, _, _, _, _],
        ['報明單位及姓氏', 30, _, _, _, _, _],
        ['合　　計', 50, _, _, _, _, _],
        ['二、服務場所檢視'],
        ['檢視項目', '是', '否', '檢視說明', '照片編號', '改進建議', '追蹤處理'],
        ['服務臺有專人引導', _, _, _, _, _, _],
        ['書表範例齊全並更新', _, _, _, _, _, _],
        ['檢視人：', _, '分處主任：', _, _, _, _],
      ],
      merges: ['A1:G1', 'A2:D2', 'E2:G2', 'A3:G3', 'A8:G8'],
      drawn: ['A4:G7', 'A9:G11'],
    },
  ],
  expected: [
    {
      name: '為民服務',
      headerRows: [4, 4],
      columns: { item: 'A', narrative: 'C', selfScore: 'D' },
      rows: ['5 - 接聽速度（鈴響四聲內）', '6 - 報明單位及姓氏', '10 - 服務臺有專人引導', '11 - 書表範例齊全並更新'],
      signOffRow: 12,
      totalRows: [7],
    },
  ],
  answers: { narrative: '四聲內接聽。' },
};

const site: AgencyForm = {
  title: '營造工地自主檢查紀錄: titles over two lines, signed by two without a colon',
  sheets: [
    {
      name: '勞檢',
      rows: [
        ['營造工地職業安全衛生自主檢查紀錄'],
        ['檢查\n類別', '檢　查　重　點', '檢查結果', _, _, '處置情形'],
        [_, _, '良好', '不良', '無此\n作業', _],
        ['墜落防止', '1.開口護欄高度達九十公分以上', _, _, _, _],
        [_, '2.高處作業人員確實使用安全帶', _, _, _, _],
        ['感電防止', '3.臨時用電設備裝設漏電斷路器', _, _, _, _],
        ['檢查人員', _, _, '工地主任', _, _],
        ['備註：不良者應立即改善並複查。'],
      ],
      merges: ['A1:F1', 'A2:A3', 'B2:B3', 'C2:E2', 'F2:F3', 'A4:A5', 'A8:F8'],
      drawn: ['A2:F6'],
    },
  ],
  expected: [
    {
      name: '勞檢',
      headerRows: [2, 3],
      columns: { item: 'A', keyPoint: 'B', narrative: 'F', resultTicks: { 良好: 'C', 不良: 'D', 無此作業: 'E' } },
      rows: ['4 1 開口護欄高度達九十公分以上', '5 2 高處作業人員確實使用安全帶', '6 3 臨時用電設備裝設漏電斷路器'],
      items: ['墜落防止', '墜落防止', '感電防止'],
      signOffRow: 7,
    },
  ],
  answers: { result: '不良', narrative: '當日下午改善完畢。' },
};

const dayCare: AgencyForm = {
  title: '日間照顧中心評鑑自評表: its own explanation, and what the visitors think, beside their ticks',
  sheets: [
    {
      name: '評鑑',
      rows: [
        ['日間照顧中心評鑑自評表'],
        ['代碼', '評鑑指標', '指標內涵', '自評', _, _, '機構自評說明', '委員評核', _, '委員意見'],
        [_, _, _, '完全符合', '部分符合', '不符合', _, '符合', '不符合', _],
        ['A1.1', '照顧計畫', '每位長輩均有個別計畫', _, _, _, _, _, _, _],
        ['A1.2', '緊急處理', '訂有流程並演練', _, _, _, _, _, _, _],
        ['B2.1', '環境清潔', '有清潔消毒紀錄', _, _, _, _, _, _, _],
      ],
      merges: ['A1:J1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:F2', 'G2:G3', 'H2:I2', 'J2:J3'],
      drawn: ['A2:J6'],
    },
  ],
  expected: [
    {
      name: '評鑑',
      headerRows: [2, 3],
      columns: {
        number: 'A',
        keyPoint: 'B',
        narrative: 'G',
        resultTicks: { 完全符合: 'D', 部分符合: 'E', 不符合: 'F' },
      },
      rows: ['4 A1.1 照顧計畫', '5 A1.2 緊急處理', '6 B2.1 環境清潔'],
    },
  ],
  answers: { result: '部分符合', narrative: '個別計畫已建檔，尚待半年檢討。' },
};

const directions: AgencyForm = {
  title: '裁指示事項管制表: what was directed, and a drop-down of whether it is kept on the list',
  sheets: [
    {
      name: '管制',
      rows: [
        ['市政會議主席裁指示事項辦理情形管制表'],
        ['會次', '裁指示事項', '主辦機關', '協辦機關', '辦理情形', '預定完成\n日期', '主辦機關\n建議'],
        ['第1205次', '請交通局盤點學校周邊號誌秒數，並於兩週內提出改善期程。', '交通局', '教育局', _, '114.08.15', _],
        ['第1206次', '請衛生局加強登革熱孳生源清除。', '衛生局', '環保局', _, '114.09.01', _],
      ],
      merges: ['A1:G1'],
      lists: { 'G3:G4': ['自行列管', '繼續列管', '解除列管'] },
      drawn: ['A2:G4'],
    },
  ],
  expected: [
    {
      name: '管制',
      headerRows: [2, 2],
      columns: { item: 'B', units: 'C', narrative: 'E', checkMonths: 'F', result: 'G' },
      resultChoices: ['自行列管', '繼續列管', '解除列管'],
      rows: ['3 - 請交通局盤點學校周邊號誌秒數，並於兩週內提出改善期程。', '4 - 請衛生局加強登革熱孳生源清除。'],
    },
  ],
  answers: { result: '繼續列管', narrative: '已完成十二處盤點。' },
};

/** Forms whose titles say more than a field: how it is looked at, what it aims at, two things at once. */
export const printedForms: readonly AgencyForm[] = [
  library,
  indicators,
  accounts,
  pharmacies,
  school,
  visits,
  site,
  dayCare,
  directions,
];

import type { SheetPlan, Value } from '../profile/books.ts';

/** What a person who reads one sheet of a form would say of it. */
export interface ExpectedSheet {
  readonly name: string;
  readonly headerRows: readonly [number, number];
  /** Field → column, the columns to tick under `resultTicks`. */
  readonly columns: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly resultChoices?: readonly string[];
  /** Row, label and text of everything that is asked. */
  readonly rows: readonly string[];
  /** Heading of a row → the rows below it, where the form has headings. */
  readonly items?: readonly (string | null)[];
  readonly signOffRow?: number | null;
  readonly totalRows?: readonly number[];
}

export interface AgencyForm {
  readonly title: string;
  readonly sheets: readonly SheetPlan[];
  readonly expected: readonly ExpectedSheet[];
  /** Codes of what a person is told. */
  readonly issues?: readonly string[];
  /** What somebody writes into the first and the last row of the first sheet, by field. */
  readonly answers: Readonly<Record<string, string | number | readonly string[]>>;
  /** What the form has to show can be written in this format only. */
  readonly only?: 'xlsx';
}

const _ = null;
type Row = readonly Value[];

const health: AgencyForm = {
  title: '衛生所業務督導考核自評表: scores under a title of two rows, subtotals',
  sheets: [
    {
      name: '自評表',
      rows: [
        ['南灣縣衛生所114年度業務督導考核自評表'],
        ['受考核單位：南灣縣海口鄉衛生所', _, _, _, _, _, '考核日期：　年　月　日', _],
        ['考核項目', '考核指標', '評分標準', '配分', '單位自評', _, '委員評分', '備註'],
        [_, _, _, _, '得分', '辦理情形說明', _, _],
        ['一、慢性病防治', '1-1 篩檢涵蓋率', '達百分之六十者得十分', 10, _, _, _, _],
        [_, '1-2 異常個案追蹤', '三個月內追蹤完成者得五分', 5, _, _, _, _],
        ['小計', _, _, 15, _, _, _, _],
        ['二、預防接種', '2-1 疫苗冷運冷藏管理', '溫度紀錄完整者得八分', 8, _, _, _, _],
        [_, '2-2 逾期未種追蹤', '追蹤率達九成者得七分', 7, _, _, _, _],
        ['小計', _, _, 15, _, _, _, _],
        ['總計', _, _, 30, _, _, _, _],
        ['填表人：', _, _, '護理長：', _, _, '主任：', _],
      ],
      merges: [
        ...['A1:H1', 'A2:F2', 'G2:H2', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:F3', 'G3:G4', 'H3:H4'],
        ...['A5:A6', 'A8:A9', 'A7:C7', 'A10:C10', 'A11:C11'],
      ],
      drawn: ['A3:H11'],
    },
  ],
  expected: [
    {
      name: '自評表',
      headerRows: [3, 4],
      columns: { item: 'A', keyPoint: 'B', step: 'C', selfScore: 'E', narrative: 'F', firstScore: 'G', remarks: 'H' },
      rows: [
        '5 - 達百分之六十者得十分',
        '6 - 三個月內追蹤完成者得五分',
        '8 - 溫度紀錄完整者得八分',
        '9 - 追蹤率達九成者得七分',
      ],
      items: ['一慢性病防治', '一慢性病防治', '二預防接種', '二預防接種'],
      totalRows: [7, 10, 11],
      signOffRow: 12,
    },
  ],
  answers: { selfScore: 8, narrative: '已完成篩檢六百人次。', remarks: '無' },
};

const fire: AgencyForm = {
  title: '消防安全設備自主檢查表: ticks, remarks for whoever fills it in between the rows',
  sheets: [
    {
      name: '自主檢查',
      rows: [
        ['場所名稱：海口鄉立圖書館', _, _, _, _, _, '檢查日期：114/6/30'],
        ['檢查項目', '檢查內容', '檢查結果', _, _, '不符合情形說明', '改善期限'],
        [_, _, '符合', '不符合', '無此設備', _, _],
        ['滅火器', '1.放置位置明顯且無遮蔽', _, _, _, _, _],
        [_, '2.壓力表指針在綠色範圍內', _, _, _, _, _],
        ['（以下各項由防火管理人會同設備廠商填寫）', _, _, _, _, _, _],
        ['避難逃生設備', '1.出口標示燈點燈正常', _, _, _, _, _],
        [_, '2.緩降機支架無鏽蝕', _, _, _, _, _],
        ['※檢查結果不符合者，應於期限內改善並複查。', _, _, _, _, _, _],
        ['檢查人員：', _, '防火管理人：', _, _, '管理權人：', _],
      ],
      merges: ['A2:A3', 'B2:B3', 'C2:E2', 'F2:F3', 'G2:G3', 'A4:A5', 'A7:A8', 'A6:G6', 'A9:G9'],
      drawn: ['A2:G8'],
    },
  ],
  expected: [
    {
      name: '自主檢查',
      headerRows: [2, 3],
      columns: {
        item: 'A',
        step: 'B',
        resultTicks: { 符合: 'C', 不符合: 'D', 無此設備: 'E' },
        narrative: 'F',
        plannedDate: 'G',
      },
      resultChoices: ['符合', '不符合', '無此設備'],
      rows: [
        '4 1 放置位置明顯且無遮蔽',
        '5 2 壓力表指針在綠色範圍內',
        '7 1 出口標示燈點燈正常',
        '8 2 緩降機支架無鏽蝕',
      ],
      items: ['滅火器', '滅火器', '避難逃生設備', '避難逃生設備'],
      signOffRow: 10,
    },
  ],
  answers: { result: '不符合', narrative: '走道堆放紙箱，已請廠商移除。' },
};

const security: AgencyForm = {
  title: '資通安全稽核自評表: maturity levels under a header three rows deep',
  sheets: [
    {
      name: '資安自評',
      rows: [
        ['機關名稱', '海口鄉公所', _, _, _, _, _, _, _, _],
        ['項次', '稽核構面', '稽核項目', '自評結果', _, _, _, _, '現況說明', '佐證資料'],
        [_, _, _, '成熟度等級', _, _, _, _, _, _],
        [_, _, _, '未執行', '初始', '已定義', '已管理', '最佳化', _, _],
        ['1.1', '政策與組織', '資通安全政策已核定並公告', _, _, _, _, _, _, _],
        ['1.2', _, '指派資通安全專責人員', _, _, _, _, _, _, _],
        ['2.1', '存取控制', '帳號權限每半年清查', _, _, _, _, _, _, _],
        ['2.2', _, '離職人員帳號即時停用', _, _, _, _, _, _, _],
      ],
      merges: ['A2:A4', 'B2:B4', 'C2:C4', 'D2:H2', 'D3:H3', 'I2:I4', 'J2:J4', 'B5:B6', 'B7:B8'],
      drawn: ['A2:J8'],
    },
  ],
  expected: [
    {
      name: '資安自評',
      headerRows: [2, 4],
      columns: {
        number: 'A',
        item: 'B',
        keyPoint: 'C',
        resultTicks: { 未執行: 'D', 初始: 'E', 已定義: 'F', 已管理: 'G', 最佳化: 'H' },
        narrative: 'I',
        evidence: 'J',
      },
      resultChoices: ['未執行', '初始', '已定義', '已管理', '最佳化'],
      rows: [
        '5 1.1 資通安全政策已核定並公告',
        '6 1.2 指派資通安全專責人員',
        '7 2.1 帳號權限每半年清查',
        '8 2.2 離職人員帳號即時停用',
      ],
      items: ['政策與組織', '政策與組織', '存取控制', '存取控制'],
    },
  ],
  answers: { result: '已管理', narrative: '每半年清查一次並留存紀錄。', evidence: ['清查紀錄.pdf'] },
};

const levels: AgencyForm = {
  title: '資安成熟度調查: levels by their figures',
  sheets: [
    {
      name: '成熟度',
      rows: [
        ['編號', '控制措施', '成熟度', _, _, _, _, _, '說明'],
        [_, _, '0', '1', '2', '3', '4', '5', _],
        ['A-1', '訂有備份計畫並定期演練', _, _, _, _, _, _, _],
        ['A-2', '備份資料異地存放', _, _, _, _, _, _, _],
        ['B-1', '弱點掃描結果於期限內修補', _, _, _, _, _, _, _],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:H1', 'I1:I2'],
      drawn: ['A1:I5'],
    },
  ],
  expected: [
    {
      name: '成熟度',
      headerRows: [1, 2],
      columns: {
        number: 'A',
        item: 'B',
        resultTicks: { '0': 'C', '1': 'D', '2': 'E', '3': 'F', '4': 'G', '5': 'H' },
        narrative: 'I',
      },
      resultChoices: ['0', '1', '2', '3', '4', '5'],
      rows: ['3 A-1 訂有備份計畫並定期演練', '4 A-2 備份資料異地存放', '5 B-1 弱點掃描結果於期限內修補'],
    },
  ],
  answers: { result: '3', narrative: '每季演練一次。' },
};

const gender: AgencyForm = {
  title: '推動性別平等業務考核表: scores, evidence, headings in rows of their own',
  sheets: [
    {
      name: '考核表',
      rows: [
        ['推動性別平等業務輔導考核自評表（第三組）'],
        ['填報機關：', '南灣縣政府地政處', _, '填報期間：', '113年1月1日至113年12月31日', _],
        ['評審指標', '評分標準', '配分', '自評分數', '具體辦理情形（請條列）', '佐證資料（附件編號）'],
        ['壹、基本項目（40分）'],
        ['一、性別平等機制運作', '1.專案小組每年召開會議二次以上', 10, _, _, _],
        [_, '2.外聘委員出席率達七成', 10, _, _, _],
        ['二、性別意識培力', '1.主管參訓率達八成', 20, _, _, _],
        ['貳、加分項目（10分）'],
        ['一、創新作為', '1.自訂之創新或加分項目', 10, _, _, _],
        ['合計得分', _, 50, _, _, _],
      ],
      merges: ['A1:F1', 'B2:C2', 'E2:F2', 'A4:F4', 'A8:F8', 'A5:A6'],
      drawn: ['A3:F10'],
    },
  ],
  expected: [
    {
      name: '考核表',
      headerRows: [3, 3],
      columns: { keyPoint: 'A', step: 'B', selfScore: 'D', narrative: 'E', evidence: 'F' },
      rows: [
        '5 1 專案小組每年召開會議二次以上',
        '6 2 外聘委員出席率達七成',
        '7 1 主管參訓率達八成',
        '9 1 自訂之創新或加分項目',
      ],
      items: ['壹基本項目（40分）', '壹基本項目（40分）', '壹基本項目（40分）', '貳加分項目（10分）'],
      totalRows: [10],
    },
  ],
  answers: { selfScore: 9.5, narrative: '1.召開會議三次。\n2.外聘委員均出席。', evidence: ['附件1', '附件2'] },
};

const control: AgencyForm = {
  title: '內部控制作業層級自行評估表: five columns to tick',
  sheets: [
    {
      name: '內控自評',
      rows: [
        ['海口鄉公所內部控制制度作業層級自行評估表'],
        ['114年度'],
        ['自行評估單位：財政課', _, _, _, _, _, _, _],
        ['作業類別(項目)：零用金管理', _, _, _, _, _, '評估期間：114年1月1日至114年12月31日', _],
        ['控制重點', '自行評估情形', _, _, _, _, '評估情形說明', '改善措施'],
        [_, '有效', '部分有效', '無效', '未發生', '不適用', _, _],
        ['一、作業流程有效性', _, _, _, _, _, _, _],
        ['(一)作業程序說明表與現行規定相符', _, _, _, _, _, _, _],
        ['(二)內部控制有效設計及執行', _, _, _, _, _, _, _],
        ['二、零用金支付與結報', _, _, _, _, _, _, _],
        ['(一)每筆支出未逾規定限額', _, _, _, _, _, _, _],
        ['填表人：　　　　　複核：　　　　　單位主管：', _, _, _, _, _, _, _],
        ['註：1.機關得就一項或各項作業流程填寫。', _, _, _, _, _, _, _],
        ['　　2.未發生係指有此作業但評估期間未發生。', _, _, _, _, _, _, _],
      ],
      merges: [
        ...['A1:H1', 'A2:H2', 'A3:H3', 'A4:F4', 'G4:H4', 'A5:A6', 'B5:F5', 'G5:G6', 'H5:H6', 'A12:H12'],
        ...['A13:H13', 'A14:H14'],
      ],
      drawn: ['A5:H11'],
    },
  ],
  expected: [
    {
      name: '內控自評',
      headerRows: [5, 6],
      columns: {
        keyPoint: 'A',
        resultTicks: { 有效: 'B', 部分有效: 'C', 無效: 'D', 未發生: 'E', 不適用: 'F' },
        narrative: 'G',
        action: 'H',
      },
      resultChoices: ['有效', '部分有效', '無效', '未發生', '不適用'],
      rows: ['8 (一) 作業程序說明表與現行規定相符', '9 (二) 內部控制有效設計及執行', '11 (一) 每筆支出未逾規定限額'],
      items: ['一作業流程有效性', '一作業流程有效性', '二零用金支付與結報'],
      signOffRow: 12,
    },
  ],
  answers: { result: '部分有效', narrative: '抽查三十筆，二筆逾限。', action: '修正作業程序。' },
};

const access: AgencyForm = {
  title: '無障礙設施自主檢核表: photographs, yes and no',
  sheets: [
    {
      name: '無障礙',
      rows: [
        ['編號', '設施名稱', '檢核內容', '檢核結果', _, _, '現場照片', '待改善說明', '預定改善日期'],
        [_, _, _, '是', '否', '免設置', _, _, _],
        [1, '室外通路', '坡度不大於十五分之一', _, _, _, _, _, '114/6/30'],
        [2, _, '淨寬不小於一百三十公分', _, _, _, _, _, '1140731'],
        [3, '昇降設備', '入口淨寬不小於九十公分', _, _, _, _, _, '114年8月15日'],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:G2', 'H1:H2', 'I1:I2', 'B3:B4'],
      drawn: ['A1:I5'],
    },
  ],
  expected: [
    {
      name: '無障礙',
      headerRows: [1, 2],
      columns: {
        number: 'A',
        item: 'B',
        step: 'C',
        resultTicks: { 是: 'D', 否: 'E', 免設置: 'F' },
        evidence: 'G',
        narrative: 'H',
        plannedDate: 'I',
      },
      resultChoices: ['是', '否', '免設置'],
      rows: ['3 - 坡度不大於十五分之一', '4 - 淨寬不小於一百三十公分', '5 - 入口淨寬不小於九十公分'],
      items: ['室外通路', '室外通路', '昇降設備'],
    },
  ],
  answers: { result: '否', narrative: '坡道過陡，已編列經費。', evidence: ['坡道.jpg'] },
};

const grades: AgencyForm = {
  title: '社區發展工作評鑑自評表: grades by letter, vertical titles, header at row 15',
  sheets: [
    {
      name: '評鑑',
      rows: [
        ['社區發展工作評鑑自評表'],
        ['壹、受評單位基本資料'],
        ['單位名稱', '海口社區發展協會', _, _, _, _, _, _],
        ['理事長', '王大明', '總幹事', '李小華', _, _, _, _],
        ['會址', '海口鄉中正路一號', _, _, _, _, _, _],
        ['電話', '01-2345678', _, _, _, _, _, _],
        ['貳、填表說明'],
        ['一、請就各項目依實際情形勾選等級。'],
        ['二、等級說明：A為優、B為良、C為可、D為待加強。'],
        ['三、自評等級為D者，務必敘明原因。'],
        ['四、相關資料請依項目順序裝訂。'],
        ['五、自評表請於六月底前送達。'],
        ['六、逾期不受理。'],
        ['參、自評內容'],
        ['評\n鑑\n項\n目', '評鑑內容', '自評等級', _, _, _, '優缺點\n說明', '備\n註'],
        [_, _, 'A', 'B', 'C', 'D', _, _],
        ['會務', '1.會員大會依章程召開', _, _, _, _, _, _],
        [_, '2.會籍資料完整', _, _, _, _, _, _],
        ['財務', '1.帳冊憑證齊全', _, _, _, _, _, _],
      ],
      merges: ['A1:H1', 'A15:A16', 'B15:B16', 'C15:F15', 'G15:G16', 'H15:H16', 'A17:A18'],
      drawn: ['A15:H19'],
    },
  ],
  expected: [
    {
      name: '評鑑',
      headerRows: [15, 16],
      columns: { item: 'A', step: 'B', resultTicks: { A: 'C', B: 'D', C: 'E', D: 'F' }, narrative: 'G', remarks: 'H' },
      resultChoices: ['A', 'B', 'C', 'D'],
      rows: ['17 1 會員大會依章程召開', '18 2 會籍資料完整', '19 1 帳冊憑證齊全'],
      items: ['會務', '會務', '財務'],
    },
  ],
  answers: { result: 'B', narrative: '資料齊全。', remarks: '無' },
};

const several: AgencyForm = {
  title: '校園食品安全訪視紀錄: several boxes to tick inside a text, a question over several rows',
  sheets: [
    {
      name: '訪視',
      rows: [
        ['訪視項目', '訪視重點', '是否符合', '訪視情形', '佐證文件'],
        ['一、人員管理', '1.從業人員健康檢查', '□符合　□不符合', '□已辦理體檢 □已辦理講習 □其他：＿＿＿', _],
        [_, '2.工作服帽清潔', '□符合　□不符合', _, _],
        ['二、食材驗收', '1.驗收紀錄\n(1)數量\n(2)溫度', '□符合　□不符合', _, _],
        [],
        ['三、留樣', '1.每餐留樣保存四十八小時', '□符合　□不符合', _, _],
        ['訪視人員簽名：', _, _, _, _],
      ],
      merges: ['A2:A3', 'A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:E5', 'A7:E7'],
      drawn: ['A1:E6'],
    },
  ],
  expected: [
    {
      name: '訪視',
      headerRows: [1, 1],
      columns: { item: 'A', keyPoint: 'B', result: 'C', narrative: 'D', evidence: 'E' },
      resultChoices: ['符合', '不符合'],
      rows: ['2 1 從業人員健康檢查', '3 2 工作服帽清潔', '4 1 驗收紀錄', '6 1 每餐留樣保存四十八小時'],
      items: ['一人員管理', '一人員管理', '二食材驗收', '三留樣'],
      signOffRow: 7,
    },
  ],
  answers: { result: '符合', evidence: ['留樣照片.jpg'] },
};

const audit: AgencyForm = {
  title: 'Internal audit follow-up 內部稽核追蹤表: two languages, days in several notations, a hidden column',
  sheets: [
    {
      name: 'Follow-up',
      rows: [
        [
          'ID',
          'No.\n編號',
          'Finding\n缺失事項',
          'Responsible unit\n權責單位',
          'Corrective action\n矯正措施',
          'Due date\n預計完成日期',
          'Status\n辦理狀態',
          'Progress\n辦理情形',
          'Evidence\n佐證',
        ],
        ['a81', 1, '財產未黏貼標籤', '秘書室', _, '114/6/30', _, _, _],
        ['a82', 2, '採購案未上網公告決標結果', '行政課', _, '1140930', _, _, _],
        ['a83', 3, '公文逾期未結', '各課室', _, '114.12.31', _, _, _],
      ],
      lists: { 'G2:G4': ['Open 未結', 'Closed 已結', 'On hold 暫緩'] },
      hiddenColumns: ['A'],
    },
  ],
  expected: [
    {
      name: 'Follow-up',
      headerRows: [1, 1],
      columns: {
        number: 'B',
        finding: 'C',
        units: 'D',
        action: 'E',
        plannedDate: 'F',
        result: 'G',
        narrative: 'H',
        evidence: 'I',
      },
      resultChoices: ['Open 未結', 'Closed 已結', 'On hold 暫緩'],
      rows: ['2 1 財產未黏貼標籤', '3 2 採購案未上網公告決標結果', '4 3 公文逾期未結'],
    },
  ],
  answers: { result: 'Closed 已結', narrative: '已全數黏貼並盤點。', action: '訂定黏貼程序。', evidence: ['盤點表'] },
};

const page = (name: string, from: number, rows: readonly Row[]): SheetPlan => ({
  name,
  rows: [
    [`災害防救業務訪評自評表（${name}）`],
    ['訪評項目', '訪評內容', '自評', '辦理情形', '附件'],
    ...rows.map(([item, text], i) => [item!, `${from + i}.${text}`, _, _, _]),
  ],
  merges: ['A1:E1'],
  lists: { 'C3:C6': ['優', '良', '可', '待加強'] },
  drawn: ['A2:E4'],
});

const disaster: AgencyForm = {
  title: '災害防救業務訪評自評表: goes on over three sheets, with a cover and a list of codes',
  sheets: [
    { name: '封面', rows: [['南灣縣114年災害防救業務訪評'], ['受評單位：海口鄉公所'], ['填表日期：114年9月30日']] },
    page('整備', 1, [
      ['物資', '民生物資安全存量'],
      [_, '開口契約'],
    ]),
    page('應變', 3, [
      ['收容', '收容處所開設演練'],
      [_, '弱勢名冊更新'],
    ]),
    page('復原', 5, [['清理', '環境清理計畫']]),
    {
      name: '代碼',
      rows: [
        ['代碼', '意義'],
        ['1', '優'],
        ['2', '良'],
      ],
      state: 'hidden',
    },
  ],
  expected: [
    {
      name: '整備',
      headerRows: [2, 2],
      columns: { item: 'A', step: 'B', result: 'C', narrative: 'D', evidence: 'E' },
      resultChoices: ['優', '良', '可', '待加強'],
      rows: ['3 1 民生物資安全存量', '4 2 開口契約'],
      items: ['物資', '物資'],
    },
    {
      name: '應變',
      headerRows: [2, 2],
      columns: { item: 'A', step: 'B', result: 'C', narrative: 'D', evidence: 'E' },
      resultChoices: ['優', '良', '可', '待加強'],
      rows: ['3 3 收容處所開設演練', '4 4 弱勢名冊更新'],
    },
    {
      name: '復原',
      headerRows: [2, 2],
      columns: { item: 'A', step: 'B', result: 'C', narrative: 'D', evidence: 'E' },
      resultChoices: ['優', '良', '可', '待加強'],
      rows: ['3 5 環境清理計畫'],
    },
  ],
  answers: { result: '良', narrative: '存量符合規定。', evidence: ['清冊'] },
};

const children: AgencyForm = {
  title: '托育機構自我檢核表: answers yes and no before what is asked, an article of law beside',
  sheets: [
    {
      name: '托育',
      rows: [
        ['機構名稱', '海口托嬰中心', _, '填表日', '114.5.1', _],
        ['自我檢核', _, '檢核事項', '法令依據', '未符合之說明', '承辦人核對'],
        ['是', '否', _, _, _, _],
        [_, _, '一、行政管理', _, _, _],
        [_, _, '1.立案證書懸掛於明顯處', '設置標準第七條', _, _],
        [_, _, '2.收托契約範本報備', '設置標準第九條', _, _],
        [_, _, '二、環境設施', _, _, _],
        [_, _, '1.室內樓地板面積每名三點五平方公尺以上', '設置標準第十條', _, _],
      ],
      merges: ['A2:B2', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:F3'],
      drawn: ['A2:F8'],
    },
  ],
  expected: [
    {
      name: '托育',
      headerRows: [2, 3],
      columns: { resultTicks: { 是: 'A', 否: 'B' }, step: 'C', narrative: 'E' },
      resultChoices: ['是', '否'],
      rows: ['5 1 立案證書懸掛於明顯處', '6 2 收托契約範本報備', '8 1 室內樓地板面積每名三點五平方公尺以上'],
      items: ['一行政管理', '一行政管理', '二環境設施'],
    },
  ],
  answers: { result: '否', narrative: '證書送審中。' },
};

const archives: AgencyForm = {
  title: '檔案管理作業評鑑表: numbers in columns of their own, figures to be given beside the result',
  sheets: [
    {
      name: '檔案',
      rows: [
        ['檔案管理作業自評表', _, _, _, _, _, _, _],
        ['受評機關：海口鄉戶政事務所', _, _, _, _, '年度：113', _, _],
        ['項', '目', '次', '評鑑指標', '達成情形', '達成數', '說明', '佐證編號'],
        ['壹', '一', 1, '歸檔案件點收依規定時限辦理', '□達成□部分達成□未達成', _, _, _],
        ['壹', '一', 2, '紙本附件併案歸檔', '□達成□部分達成□未達成', _, _, _],
        ['壹', '二', 1, '檔案目錄按季彙送', '□達成□部分達成□未達成', _, _, _],
        ['貳', '一', 1, '庫房溫濕度每日記錄', '□達成□部分達成□未達成', _, _, _],
      ],
      merges: ['A1:H1', 'A2:E2', 'F2:H2'],
      drawn: ['A3:H7'],
    },
  ],
  expected: [
    {
      name: '檔案',
      headerRows: [3, 3],
      columns: { number: 'A', keyPoint: 'D', result: 'E', narrative: 'G', evidence: 'H' },
      resultChoices: ['達成', '部分達成', '未達成'],
      rows: [
        '4 1 歸檔案件點收依規定時限辦理',
        '5 2 紙本附件併案歸檔',
        '6 1 檔案目錄按季彙送',
        '7 1 庫房溫濕度每日記錄',
      ],
    },
  ],
  answers: { result: '部分達成', narrative: '延後二日彙送。', evidence: ['A-1'] },
};

const twins: AgencyForm = {
  title: '環境清潔檢查表: another table of figures beside the form',
  sheets: [
    {
      name: '清潔',
      rows: [
        ['公廁環境清潔檢查表', _, _, _, _, _, _, _],
        ['檢查項目', '檢查內容', '檢查結果', '改善情形', _, '等級', '家數', '比率'],
        ['地面', '1.無積水', _, _, _, '特優', 3, 0.5],
        [_, '2.無紙屑', _, _, _, '優', 2, 0.33],
        ['便器', '1.無尿垢', _, _, _, '普通', 1, 0.17],
        [_, '2.沖水正常', _, _, _, '合計', 6, 1],
      ],
      merges: ['A1:D1', 'A3:A4', 'A5:A6'],
      lists: { 'C3:C6': ['○', '△', '×'] },
      drawn: ['A2:D6', 'F2:H6'],
    },
  ],
  expected: [
    {
      name: '清潔',
      headerRows: [2, 2],
      columns: { item: 'A', step: 'B', result: 'C', narrative: 'D' },
      resultChoices: ['○', '△', '×'],
      rows: ['3 1 無積水', '4 2 無紙屑', '5 1 無尿垢', '6 2 沖水正常'],
      items: ['地面', '地面', '便器', '便器'],
    },
  ],
  answers: { result: '△', narrative: '已加強清掃頻率。' },
};

const labour: AgencyForm = {
  title: '勞動條件自主檢視表: questions to which the answer stands behind, in words nobody lists',
  sheets: [
    {
      name: '勞檢',
      rows: [
        ['事業單位自主檢視表'],
        ['序號', '檢視項目', '檢視結果(請打V)', _, '如未符合，請說明改善方式', '改善完成日期'],
        [_, _, '合法', '違反', _, _],
        ['工資', _, _, _, _, _],
        [1, '工資是否全額直接給付勞工？', _, _, _, _],
        [2, '延長工時工資是否依法加給？', _, _, _, _],
        ['工時', _, _, _, _, _],
        [3, '是否置備勞工出勤紀錄並保存五年？', _, _, _, _],
      ],
      merges: ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'F2:F3', 'A4:F4', 'A7:F7'],
      drawn: ['A2:F8'],
    },
  ],
  expected: [
    {
      name: '勞檢',
      headerRows: [2, 3],
      columns: { number: 'A', item: 'B', resultTicks: { 合法: 'C', 違反: 'D' }, action: 'E', actualDate: 'F' },
      resultChoices: ['合法', '違反'],
      rows: [
        '5 1 工資是否全額直接給付勞工？',
        '6 2 延長工時工資是否依法加給？',
        '8 3 是否置備勞工出勤紀錄並保存五年？',
      ],
      items: ['工資', '工資', '工時'],
    },
  ],
  answers: { result: '違反', action: '已補發加班費。' },
};

const office: AgencyForm = {
  title: '辦公室節能檢查表: goes on in a second table beside the first, which is told and left out',
  sheets: [
    {
      name: '雙欄',
      rows: [
        ['辦公室節能自主檢查表'],
        ['項次', '檢查項目', '檢查結果', '說明', _, '項次', '檢查項目', '檢查結果', '說明'],
        [1, '空調設定二十六度以上', '□是□否', _, _, 4, '電梯分樓層管制', '□是□否', _],
        [2, '下班關閉電源', '□是□否', _, _, 5, '飲水機設定時控', '□是□否', _],
        ['檢查人：', _, _, _, _, '主管：', _, _, _],
      ],
      merges: ['A1:I1'],
      drawn: ['A2:I4'],
    },
  ],
  expected: [
    {
      name: '雙欄',
      headerRows: [2, 2],
      columns: { number: 'A', item: 'B', result: 'C', narrative: 'D' },
      resultChoices: ['是', '否'],
      rows: ['3 1 空調設定二十六度以上', '4 2 下班關閉電源'],
      signOffRow: 5,
    },
  ],
  issues: ['form_side_by_side'],
  answers: { result: '否', narrative: '冷氣老舊，年底汰換。' },
};

const downwards: AgencyForm = {
  title: '設備自行檢查表: everything written downwards, checked twice, room for a day and a signature below',
  sheets: [
    {
      name: '直書',
      rows: [
        ['類\n\n別', '項\n\n次', '檢　查　內　容', '自 行 檢 查', _, '複 查', _, '改 善 情 形'],
        [_, _, _, '合\n格', '不\n合\n格', '合\n格', '不\n合\n格', _],
        ['行\n政', 1, '設置專人負責', _, _, _, _, _],
        [_, 2, '訂定年度計畫', _, _, _, _, _],
        ['設\n備', 3, '設備每月保養', _, _, _, _, _],
        ['檢查日期', _, _, '　年　月　日', _, '　年　月　日', _, _],
        ['檢查人員簽章', _, _, _, _, _, _, _],
      ],
      merges: [
        ...['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1', 'H1:H2', 'A3:A4'],
        ...['A6:C6', 'D6:E6', 'F6:G6', 'A7:C7', 'D7:E7', 'F7:G7'],
      ],
      drawn: ['A1:H7'],
    },
  ],
  expected: [
    {
      name: '直書',
      headerRows: [1, 2],
      columns: { number: 'B', item: 'A', step: 'C', resultTicks: { 合格: 'D', 不合格: 'E' }, narrative: 'H' },
      resultChoices: ['合格', '不合格'],
      rows: ['3 - 設置專人負責', '4 - 訂定年度計畫', '5 - 設備每月保養'],
      items: ['行政', '行政', '設備'],
      signOffRow: 7,
    },
  ],
  answers: { result: '不合格', narrative: '已請廠商檢修。' },
};

const english: AgencyForm = {
  title: 'Self-assessment: in English only',
  sheets: [
    {
      name: 'Self',
      rows: [
        ['Self-assessment'],
        ['Ref', 'Requirement', 'Yes', 'No', 'N/A', 'Comments', 'Evidence provided'],
        ['1.1', 'A privacy notice is displayed', _, _, _, _, _],
        ['1.2', 'Staff are trained every year', _, _, _, _, _],
      ],
      drawn: ['A2:G4'],
    },
  ],
  expected: [
    {
      name: 'Self',
      headerRows: [2, 2],
      columns: {
        number: 'A',
        step: 'B',
        resultTicks: { Yes: 'C', No: 'D', 'N/A': 'E' },
        narrative: 'F',
        evidence: 'G',
      },
      resultChoices: ['Yes', 'No', 'N/A'],
      rows: ['3 1.1 A privacy notice is displayed', '4 1.2 Staff are trained every year'],
    },
  ],
  answers: { result: 'No', narrative: 'Planned for May.', evidence: ['Plan.pdf'] },
};

const food: AgencyForm = {
  title: '食品業者自主管理檢核表: headings and questions in one column, faults explained behind',
  sheets: [
    {
      name: '分段',
      rows: [
        ['食品業者自主管理檢核表', _, _, _],
        ['業者名稱：海口便當店', _, _, '檢核日期：1140630'],
        ['檢核項目', '檢核結果', '缺失說明', '備註'],
        ['一、作業場所', _, _, _],
        ['　1. 地面平坦不積水', '□合格 □不合格 □不適用', _, _],
        ['　2. 排水設施暢通', '□合格 □不合格 □不適用', _, _],
        ['二、人員衛生', _, _, _],
        ['　1. 新進人員先經健康檢查', '□合格 □不合格 □不適用', _, _],
        ['檢核人：　　　　　　負責人：', _, _, _],
      ],
      merges: ['A1:D1', 'A2:C2', 'A4:D4', 'A7:D7', 'A9:D9'],
      drawn: ['A3:D8'],
    },
  ],
  expected: [
    {
      name: '分段',
      headerRows: [3, 3],
      columns: { item: 'A', result: 'B', narrative: 'C', remarks: 'D' },
      resultChoices: ['合格', '不合格', '不適用'],
      rows: ['5 1 地面平坦不積水', '6 2 排水設施暢通', '8 1 新進人員先經健康檢查'],
      items: ['一作業場所', '一作業場所', '二人員衛生'],
      signOffRow: 9,
    },
  ],
  answers: { result: '不合格', narrative: '排水溝有積水，已疏通。' },
};

export const agencyForms: readonly AgencyForm[] = [
  ...[health, fire, security, levels, gender, control, access, grades, several, audit, disaster],
  ...[children, archives, twins, labour, office, downwards, english, food],
];

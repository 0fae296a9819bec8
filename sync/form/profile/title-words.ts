import type { FormField } from '../../model/index.ts';

/**
 * What a column's title may say. `weight` is the full marks of a row; `result`/`narrative` and the scores may be said of
 * the same column in different forms, which its neighbours decide (`settle-fields.ts`). `manner` is how an answer is looked at,
 * which is printed and asks nothing.
 */
export type TitleField =
  | FormField
  | 'weight'
  | 'points'
  | 'execution'
  | 'deadline'
  | 'previous'
  | 'assist'
  | 'cause'
  | 'manner';

/** Titles as a whole, with blanks between them. The others are the plan's own (`outline/headings.ts`). */
export const titleWords: Partial<Record<TitleField, string>> = {
  result:
    '檢核結果 自評結果 自我檢核結果 自行檢核結果 查核結果 辦理結果 執行結果 評核結果 檢查結果 稽核結果 追蹤結果 結果 辦理進度 執行進度 目前進度 完成進度 進度 完成情形 達成情形 檢核情形 自我檢核 自行檢核 自檢結果 是否完成 完成與否 是否符合 是否達成 達成度 達成率 達成狀況 是否辦理 符合情形 辦理狀態 執行狀態 狀態 列管情形 列管結果 列管狀態 列管建議 管考建議 管考結果 解除列管 是否解除列管 評等 等級 status result response rating compliance',
  execution: '執行情形 推動情形 實施情形 執行狀況 執行概況',
  narrative:
    '辦理情形 執行成果 推動執行情形 執行說明 辦理成果 辦理情形說明 辦理說明 辦理概況 辦理狀況 辦理現況 執行情形說明 執行情形及成果 辦理情形及成果 推動成果 實施成果 具體成果 成果 成果說明 檢核說明 自評說明 自我檢核說明 結果說明 執行績效 改善情形 改善辦理情形 改善執行情形 改善情形說明 追蹤情形 追蹤辦理情形 後續辦理情形 處理情形 具體辦理情形 實際辦理情形 本期辦理情形 填報內容 填報說明 自評情形 具體事蹟 進度說明 narrative progress comment comments description',
  evidence:
    '佐證資料 附件 證明文件 佐證文件 佐證資料名稱 佐證 佐證附件 證明資料 佐證資料及附件 附件資料 相關佐證資料 檢附資料 檢附佐證資料 佐證資料檔名 佐證編號 附件編號 evidence evidenceprovided supportingevidence supportingdocuments attachment attachments',
  selfScore: '自評 自評分數 自評得分 自我評分 自評分 自評成績 自評評分 機關自評 單位自評 自我評核 selfscore',
  firstScore: '初核 初核分數 初核得分 初評 初評分數 初審 初審分數 初核評分 初核成績',
  secondScore:
    '複核 覆核 複核分數 覆核分數 複核得分 覆核得分 複評 複評分數 複審 複審分數 核定分數 覆核評分 複核評分 決審',
  weight: '配分 滿分 權重 標準分數 配分比重 比重 分數配比 weight',
  points: '給分 得分 評分 分數 實得分數 score',
  remarks: 'remarks remark note notes',
  finding:
    '缺失 缺失事項 缺失情形 缺失內容 缺失項目 主要缺失 待改善事項 應改善事項 稽核發現 查核發現 查核缺失 稽核缺失 發現缺失 缺失說明 缺失及建議 缺失或建議事項 缺失暨建議事項 建議改善事項 改進事項 應改進事項 待改進事項 審核意見 查核意見 稽核意見 建議事項 缺失原因 委員意見 訪查意見 督導意見 finding findings',
  action:
    '改善措施 改善作為 改善作法 改善做法 改善方式 改善對策 改善計畫 改善方案 擬改善措施 預定改善措施 矯正措施 矯正預防措施 因應措施 因應對策 因應作為 處理措施 處置措施 精進作為 策進作為 action actions correctiveaction correctiveactions',
  plannedDate: '預定改善日期 預定改善期限 改善期限 預計改善日期 預計改善完成日 限期改善日期 應改善期限 改善完成期限',
  actualDate:
    '實際完成日 實際完成日期 實際完成時間 實際改善日期 實際改善完成日 改善完成日 改善完成日期 完成改善日期 實際結案日期 結案日期 解除日期 完成日期 完成日 完成時間 辦理完成日期',
  deadline:
    '預計完成日 預計完成日期 預計完成時間 預定完成期程 應完成日期 查核期 檢核期 辦理期間 執行期間 預計完成 預定完成 應完成 完成期限 duedate deadline',
  number: '序 步驟序號 步驟編號 項目編號 缺失編號 列管編號 案號 案次 編碼 代號 項號 流水號 題號 ref clause',
  item: '檢查項目 查核項目 稽核項目 評核項目 評分項目 自評項目 考核項目 指標項目 評核構面 指標 目標 列管項目 列管事項 大項 主要項目 決議事項 會議決議 決議內容 指示事項 裁示事項 主席裁示 交辦事項 category item items',
  keyPoint: '檢核重點 查核重點 檢查重點 評核重點 評核指標 評分指標 檢核指標 關鍵指標 中項 keypoint keypoints',
  step: '檢核內容 查核內容 檢查內容 評核內容 評分標準 評核標準 檢核標準 檢核事項 應辦事項 應辦作法 辦理事項 辦理項目 工作事項 小項 執行步驟及方法 執行步驟與方法 執行步驟方法 題目 問題 問項 step steps task requirement requirements criterion criteria question questions',
  units:
    '填報單位 主責單位 業管單位 主管單位 受查單位 改善單位 執行機關 主辦機關 承辦課室 承辦科室 權責科室 主辦科室 業務課室 unit units department owner',
};

const answers: readonly TitleField[] = [
  ...(['result', 'execution', 'narrative', 'evidence', 'selfScore', 'firstScore', 'secondScore', 'weight'] as const),
  'points',
];

/** Titles of columns that are filled in rather than planned. */
export const answerTitles: readonly string[] = answers.flatMap(field => titleWords[field]?.split(' ') ?? []);

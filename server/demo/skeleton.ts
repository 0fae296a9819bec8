/** A step of the sample plans: its text, the units it is given to, and the months in which it is checked (none: every round). */
export interface SampleStep {
  readonly text: string;
  readonly units: readonly string[];
  readonly checkMonths?: readonly number[];
}

export interface SampleKeyPoint {
  readonly text: string;
  readonly steps: readonly SampleStep[];
}

export interface SampleItem {
  readonly text: string;
  readonly keyPoints: readonly SampleKeyPoint[];
}

const all = ['各課室'];
const secretariat = ['秘書室'];
const civil = ['民政課'];
const social = ['社會課'];
const works = ['經建課'];
const service = ['役政災防課'];
const half = [6, 12];
const year = [12];

/** The six items and twenty-two key points that yearly service-improvement plans share; wording and steps are the demo's own. */
export const skeleton: readonly SampleItem[] = [
  {
    text: '把基本服務做好，並照顧到不同業務的需要',
    keyPoints: [
      {
        text: '各項業務訂有一致的作業程序，回答正確、處理有據，並定期檢視。',
        steps: [
          { text: '編修臨櫃業務作業手冊，載明受理條件、應備文件與處理時限。', units: all, checkMonths: half },
          { text: '每季抽查已結案件，確認處理結果與手冊相符。', units: all },
          { text: '彙整常見錯誤案例，於課務會議說明改進方式。', units: civil, checkMonths: half },
        ],
      },
      {
        text: '申辦資訊看得懂、查得到，案件進度公開透明。',
        steps: [
          { text: '官網申辦說明改以圖解與白話文呈現，並標示最後更新日期。', units: secretariat, checkMonths: half },
          { text: '書表提供填寫範例，可於網站下載及於櫃臺索取。', units: all },
          { text: '提供電話與線上兩種進度查詢方式，並公告查詢步驟。', units: all, checkMonths: half },
        ],
      },
      {
        text: '服務態度親切，洽公環境便利、安全、友善。',
        steps: [
          { text: '第一線同仁每半年接受電話禮貌與應對訓練一次。', units: secretariat, checkMonths: half },
          { text: '辦理電話禮貌測試，成績未達標者安排複訓。', units: secretariat, checkMonths: half },
          { text: '巡檢無障礙坡道、服務鈴與哺集乳室，缺失於七日內修復。', units: secretariat },
          { text: '櫃臺備有老花眼鏡、放大鏡與助聽設備供民眾使用。', units: social, checkMonths: year },
        ],
      },
      {
        text: '依業務特性引進新作法，持續提升服務品質。',
        steps: [
          { text: '每年各課室至少提出一項服務創新或流程簡化提案。', units: all, checkMonths: year },
          { text: '參訪績優機關並將可採行之作法提報主管會議。', units: secretariat, checkMonths: year },
        ],
      },
    ],
  },
  {
    text: '傾聽民眾意見，讓服務貼近需要',
    keyPoints: [
      {
        text: '邀請民眾與在地團體一起規劃服務。',
        steps: [
          {
            text: '與社區發展協會、志工隊召開座談，蒐集服務設計建議。',
            units: [...civil, ...social],
            checkMonths: half,
          },
          { text: '活動辦理前公開徵詢里民意見，並回覆採納情形。', units: civil },
        ],
      },
      {
        text: '運用多種意見調查方式，了解需求並調整作法。',
        steps: [
          { text: '每月整理各管道來電與留言，歸納前五大詢問事項。', units: secretariat },
          { text: '更新常見問答集，新增事項於五個工作日內上架。', units: all },
        ],
      },
      {
        text: '辦理滿意度調查，依結果檢討改進。',
        steps: [
          { text: '每半年辦理臨櫃滿意度調查，樣本數不少於二百份。', units: secretariat, checkMonths: half },
          { text: '滿意度低於八成五之項目，由主責課室提出改善計畫。', units: all, checkMonths: half },
        ],
      },
      {
        text: '民眾反映事項即時回應，協助解決問題。',
        steps: [
          { text: '民意信箱案件於六個工作日內答復，逾期者列管。', units: all },
          { text: '輿情即時通報，並於二小時內完成初步說明。', units: secretariat },
        ],
      },
    ],
  },
  {
    text: '簡化流程，讓民眾少跑一趟',
    keyPoints: [
      {
        text: '擴大單一窗口範圍，減少應附書證謄本。',
        steps: [
          { text: '盤點可由機關自行查調之書證，公告免附清單。', units: all, checkMonths: half },
          { text: '全功能櫃臺可受理項目增加至三十項以上。', units: civil, checkMonths: year },
        ],
      },
      {
        text: '推廣線上申辦與跨平臺服務。',
        steps: [
          { text: '於櫃臺與活動現場推廣線上申辦，並協助首次使用者操作。', units: all },
          { text: '線上申辦件數每季統計，較去年同期成長一成以上。', units: secretariat },
        ],
      },
      {
        text: '整合跨單位、跨機關流程，資訊一次到位。',
        steps: [
          { text: '與戶政、地政機關建立查調窗口，縮短補件往返時間。', units: civil, checkMonths: half },
          { text: '急難救助案件由社會課單一受理並轉介相關單位。', units: social },
        ],
      },
      {
        text: '運用新觀念與新工具，持續精進服務遞送。',
        steps: [
          { text: '導入取號與預約系統，尖峰等候時間不超過十五分鐘。', units: secretariat, checkMonths: half },
          { text: '里幹事以行動裝置辦理訪視紀錄，減少紙本重複登錄。', units: civil, checkMonths: year },
        ],
      },
    ],
  },
  {
    text: '關懷不同族群與偏遠地區，縮短服務落差',
    keyPoints: [
      {
        text: '對高齡、身心障礙與新住民提供合適的服務。',
        steps: [
          { text: '行動不便者提供到宅收件，並於三日內完成。', units: social },
          { text: '服務台備有多語說明，並與通譯人才庫建立聯繫。', units: civil, checkMonths: half },
        ],
      },
      {
        text: '延伸服務據點，方便交通不便地區的民眾。',
        steps: [
          { text: '每月至偏遠里別辦理行動服務站一場。', units: [...civil, ...social] },
          { text: '農業災害勘查採現地受理，免至公所送件。', units: works },
        ],
      },
      {
        text: '考量數位落差，保留並改善替代管道。',
        steps: [
          { text: '重要訊息同步以紙本、廣播與里長群組發布。', units: civil },
          { text: '圖書室與活動中心提供上網設備，並有人員協助。', units: ['人文課'], checkMonths: half },
        ],
      },
    ],
  },
  {
    text: '資訊公開、內部精簡，讓行政更透明',
    keyPoints: [
      {
        text: '政府資料開放，格式正確、更新及時。',
        steps: [
          { text: '開放資料集每季檢視一次，欄位說明與更新頻率應一致。', units: secretariat },
          { text: '工程進度與經費支用於官網公開，每月更新。', units: works },
        ],
      },
      {
        text: '以多元管道讓民眾參與決策。',
        steps: [
          { text: '地方建設提案辦理里民說明會，會議紀錄公開。', units: works, checkMonths: half },
          { text: '婦女與青年參與小組每半年召開會議一次。', units: social, checkMonths: half },
        ],
      },
      {
        text: '檢討內部作業，減少不必要的審核。',
        steps: [
          { text: '盤點內部簽核流程，刪減重複會辦與書面副本。', units: all, checkMonths: half },
          { text: '公文線上簽核比率維持九成以上。', units: secretariat },
        ],
      },
    ],
  },
  {
    text: '看見趨勢，提早規劃未來服務',
    keyPoints: [
      {
        text: '主動發掘地方議題，預先擬定對策。',
        steps: [
          { text: '里幹事下里查報公共問題，每月彙整並追蹤辦理情形。', units: civil },
          { text: '盤點易積淹水地點，汛期前完成防汛整備。', units: service, checkMonths: [6] },
        ],
      },
      {
        text: '善用法規調適、資通訊與流程簡化。',
        steps: [
          { text: '檢視自訂作業規定，不合時宜者提出修正。', units: all, checkMonths: year },
          { text: '災情通報採用即時回報平臺，縮短彙整時間。', units: service, checkMonths: half },
        ],
      },
      {
        text: '結合民間資源，共同解決公共問題。',
        steps: [
          { text: '媒合企業與公益團體認養公園綠地，每年新增二處。', units: works, checkMonths: year },
          { text: '與在地學校合作辦理長者數位學習課程。', units: ['人文課'], checkMonths: half },
        ],
      },
      {
        text: '衡量成本效益，讓好的服務可以長久。',
        steps: [
          { text: '志工服務時數與效益每半年統計，作為排班依據。', units: social, checkMonths: half },
          { text: '年度結束前檢討各項措施成效，決定續辦、調整或停辦。', units: secretariat, checkMonths: year },
        ],
      },
    ],
  },
];

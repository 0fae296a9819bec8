import type { SkeletonItem } from '../../model/index.ts';

/**
 * What service plans of agencies have in common: six items with 22 key points, in wording of our own. A key is for good; the
 * wording may be bettered. `words` are those by which people call the matter, whatever else they write around them.
 */
export const skeleton: readonly SkeletonItem[] = [
  {
    key: 'basics',
    text: '完備基礎服務，兼顧各項服務的特性',
    en: 'Complete the basic services, each after its kind',
    words: ['基礎服務', '一致性', '服務特性'],
    keyPoints: [
      {
        key: 'basics.procedures',
        text: '訂定業務標準作業程序，讓案件處理一致、正確，並定期檢討',
        en: 'Standard procedures, so that cases are handled alike and correctly',
        words: ['標準作業', '作業流程', '一致', '正確', 'SOP', '作業程序'],
      },
      {
        key: 'basics.information',
        text: '申辦須知寫得清楚好懂，案件進度查得到',
        en: 'Clear instructions, and a progress that can be looked up',
        words: ['易讀', '易懂', '看得懂', '查得到', '申辦資訊', '案件進度', '進度查詢', '流程透明', '服務資訊'],
      },
      {
        key: 'basics.setting',
        text: '以禮待人，並維護舒適、方便的洽公環境與網站',
        en: 'Courtesy, and premises and web pages that are easy to use',
        words: ['禮貌', '態度', '服務環境', '臨櫃', '洽公', '友善', '合宜'],
      },
      {
        key: 'basics.quality',
        text: '依業務性質改善服務品質，發展機關特色服務',
        en: 'Better quality after the nature of each service',
        words: ['業務屬性', '品質改善', '優質服務', '創新趨勢', '服務品質'],
      },
    ],
  },
  {
    key: 'feedback',
    text: '重視全程意見回饋，讓服務切合民眾需要',
    en: 'Listen throughout, so that services meet what people need',
    words: ['意見回饋', '參與', '切合民眾', '民眾需求'],
    keyPoints: [
      {
        key: 'feedback.participation',
        text: '請民眾一起設計服務，結合民間力量合作辦理',
        en: 'Design services together with the public and civil groups',
        words: ['民眾參與', '服務設計', '民間協力', '協力合作', '志工'],
      },
      {
        key: 'feedback.surveys',
        text: '運用各種管道蒐集民眾意見，據以調整服務',
        en: 'Collect opinions in many ways and adjust services by them',
        words: ['意見調查', '調查工具', '蒐集民眾', '需求或建議', '建議'],
      },
      {
        key: 'feedback.satisfaction',
        text: '辦理服務滿意度調查，從結果檢討改進',
        en: 'Survey satisfaction and learn from it',
        words: ['滿意度', '滿意情形', '改善既有', '看法'],
      },
      {
        key: 'feedback.answers',
        text: '民眾陳情與建議及時回應，協助解決問題',
        en: 'Answer complaints and suggestions in time and help',
        words: ['傾聽', '回應', '陳情', '解決問題', '意見回應'],
      },
    ],
  },
  {
    key: 'convenience',
    text: '便捷服務程序，讓民眾少跑一趟',
    en: 'Convenient procedures that save people the way',
    words: ['便捷服務', '便利度', '遞送', '便民', '全程服務'],
    keyPoints: [
      {
        key: 'convenience.oneStop',
        text: '擴充單一窗口服務，減少申辦應備的書表謄本',
        en: 'More at one counter, fewer papers to bring',
        words: ['單一窗口', '書表', '謄本', '減除申辦', '檢附'],
      },
      {
        key: 'convenience.online',
        text: '推廣線上申辦，讓服務跨平臺都能使用',
        en: 'Apply online, on every platform',
        words: ['線上申辦', '跨平台', '線上服務', '網路申辦'],
      },
      {
        key: 'convenience.integration',
        text: '跨單位、跨機關整合流程，共用政府資料',
        en: 'Joined-up procedures and shared government data',
        words: ['跨單位', '跨機關', '流程整合', '共用共享', '資源共用', '整合服務'],
      },
      {
        key: 'convenience.improvement',
        text: '跟上社會發展，持續精進服務方式與效能',
        en: 'Keep improving how services are delivered',
        words: ['新趨勢', '創新策略', '精進服務', '服務效能', '精進'],
      },
    ],
  },
  {
    key: 'inclusion',
    text: '關懷多元對象，縮短城鄉與資源差距',
    en: 'Care for everybody, and close gaps between places',
    words: ['關懷', '多元對象', '城鄉', '差距', '可近性', '公平'],
    keyPoints: [
      {
        key: 'inclusion.needs',
        text: '依弱勢或特殊對象的需要提供合適的服務',
        en: 'Services that fit people with special needs',
        words: ['弱勢', '特殊', '適性服務', '屬性差異', '到府服務'],
      },
      {
        key: 'inclusion.reach',
        text: '服務據點與行動服務延伸到偏遠或交通不便的地方',
        en: 'Reach remote places with branches and mobile services',
        words: ['偏遠', '服務據點', '交通不便', '可近性', '行動服務'],
      },
      {
        key: 'inclusion.digital',
        text: '顧及不便使用網路的民眾，保留替代管道',
        en: 'Other ways for those who are not online',
        words: ['數位落差', '替代', '網路服務', '服務管道'],
      },
    ],
  },
  {
    key: 'openness',
    text: '開放透明治理，檢討內部管理',
    en: 'Open government and leaner administration',
    words: ['開放政府', '透明', '治理', '優化機關', '內部作業'],
    keyPoints: [
      {
        key: 'openness.data',
        text: '在安全前提下開放資料，主動公開政府資訊',
        en: 'Open data, safely, and information made public',
        words: ['資料開放', '公開透明', '開放資料', '資料公開', '資訊公開'],
      },
      {
        key: 'openness.dialogue',
        text: '提供實體與網路管道，讓民眾參與政策討論',
        en: 'Ways to take part in decisions, on site and online',
        words: ['參與決策', '政策溝通', '對話', '決策制定', '參與途徑'],
      },
      {
        key: 'openness.administration',
        text: '減少不必要的審核與內部作業，專注核心業務',
        en: 'Fewer needless approvals, more time for the core',
        words: ['內部作業', '審核', '核心業務', '行政作業', '行政流程', '簡化'],
      },
    ],
  },
  {
    key: 'foresight',
    text: '掌握發展趨勢，規劃前瞻創新服務',
    en: 'See what is coming and plan new services',
    words: ['發展趨勢', '前瞻', '專案規劃', '創新服務', '創新'],
    keyPoints: [
      {
        key: 'foresight.issues',
        text: '及早找出重要課題，預先規劃因應策略',
        en: 'Find the questions that matter early and prepare',
        words: ['關鍵議題', '前瞻規劃', '預為因應', '主動發掘'],
      },
      {
        key: 'foresight.flexibility',
        text: '運用法規鬆綁、資訊科技與流程簡化，讓服務更有彈性',
        en: 'More room through rules, technology and simpler steps',
        words: ['法規', '資通訊', '流程簡化', '彈性', '技術應用'],
      },
      {
        key: 'foresight.cooperation',
        text: '跨域合作、引進民間資源與社會創新，解決公共問題',
        en: 'Work across fields and with civil society',
        words: ['跨域整合', '民間資源', '社會創新', '開放社群', '公共問題', '跨域'],
      },
      {
        key: 'foresight.value',
        text: '衡量服務的成本與效益，好的做法制度化並持續辦理',
        en: 'Weigh cost and benefit, and make good practice last',
        words: ['成本', '效益', '制度化', '持續性', '合理性', '必要性'],
      },
    ],
  },
];

import { words } from './words.ts';

/** 缺失: made while answers are reviewed, answered by the agency, released or kept by the bureau. */
export const finding = words(
  {
    verbText: {
      finding: {
        answer: '改善措施送出後，由上級機關決定解除或持續列管。',
        release: '確認已改善，解除列管。',
        keep: '尚未改善，持續列管並請機關再次回復。理由機關看得到。',
      },
    },
    resources: {
      findings: {
        name: '缺失',
        empty: '審查機關填報時可以開立缺失；機關回復改善措施後，由上級機關解除或持續列管。',
        fields: {
          title: '缺失事項',
          text: '說明',
          state: '狀態',
          stateReason: '理由',
          agencyId: '開立機關',
          againstId: '受查機關',
          dueDate: '改善期限',
          action: '改善措施',
          answeredAt: '回復時間',
          collectionId: '彙整案',
          collectedRowId: '題目',
          createdAt: '開立時間',
          updatedAt: '最近更新',
        },
      },
    },
    finding: {
      make: '開立缺失',
      makeVerb: '開立',
      made: '缺失已開立，機關可以回復',
      answered: '已回復改善措施',
      notAnswered: '尚未回復',
      waitsForAgency: '等候機關回復。',
      enterForThem: '代機關登錄回復',
      answerHelp: '請寫明已採取或預定採取的改善措施與完成時間。',
      answerForThem: '機關沒有帳號時，可代為登錄機關的回復。',
    },
  },
  {
    verbText: {
      finding: {
        answer: 'Once answered, the bureau releases it or keeps it.',
        release: 'It was put right and is no longer tracked.',
        keep: 'It was not put right: the agency answers again. It sees the reason.',
      },
    },
    resources: {
      findings: {
        name: 'Finding |||| Findings',
        empty:
          'Findings are made while answers are reviewed; the agency answers with a corrective action, and the bureau releases or keeps them.',
        fields: {
          title: 'Finding',
          text: 'Text',
          state: 'State',
          stateReason: 'Reason',
          agencyId: 'Found by',
          againstId: 'Agency',
          dueDate: 'To be put right by',
          action: 'Corrective action',
          answeredAt: 'Answered',
          collectionId: 'Collection',
          collectedRowId: 'Question',
          createdAt: 'Made',
          updatedAt: 'Last change',
        },
      },
    },
    finding: {
      make: 'Make a finding',
      makeVerb: 'Make it',
      made: 'The finding is made; the agency can answer',
      answered: 'Answered',
      notAnswered: 'Not answered yet',
      waitsForAgency: 'Waits for the agency to answer.',
      enterForThem: 'Enter their answer for them',
      answerHelp: 'Say what was done or will be done, and when.',
      answerForThem: 'For an agency without accounts you may enter its answer here.',
    },
  },
);

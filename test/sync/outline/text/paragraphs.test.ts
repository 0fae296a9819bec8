import { describe, expect, it } from 'vitest';
import { blocksOf, textsOf } from './read.ts';

describe('lines outside tables', () => {
  it('are whole paragraphs again, whatever the indent of what goes on', () => {
    const text = `貳、目標
  一、 縮短等候時間，讓每一位到館的讀者都能在最短的時間之內完成借閱與歸還
      的手續。
  二、 公開服務資訊。
參、實施對象
本館全體同仁（含約聘僱人員、替代役男以及長期支援各項服務臺的所有志工夥
伴）。`;
    expect(textsOf(text)).toEqual([
      '貳、目標',
      '一、 縮短等候時間，讓每一位到館的讀者都能在最短的時間之內完成借閱與歸還的手續。',
      '二、 公開服務資訊。',
      '參、實施對象',
      '本館全體同仁（含約聘僱人員、替代役男以及長期支援各項服務臺的所有志工夥伴）。',
    ]);
  });

  it('keep a heading apart from the text below it', () => {
    const text = `(一) 設置單一窗口
針對讀者最常申辦的借閱證、場地租借與活動報名三項業務，於一樓入口處設置單
一窗口，由專人一次辦理完成。
1. 讀者意見調查
以館藏內容、服務態度、空間環境為題，每半年調查一次，調查結果公布於網站並
列入會議追蹤。`;
    expect(textsOf(text)).toEqual([
      '(一)設置單一窗口',
      '針對讀者最常申辦的借閱證、場地租借與活動報名三項業務，於一樓入口處設置單一窗口，由專人一次辦理完成。',
      '1. 讀者意見調查',
      '以館藏內容、服務態度、空間環境為題，每半年調查一次，調查結果公布於網站並列入會議追蹤。',
    ]);
  });

  it('leave a text alone that was never wrapped', () => {
    const text =
      '一、計畫依據\n依市府函辦理\n二、實施對象\n本館同仁\n三、其他\n本計畫奉核後實施，如有未盡事宜，得隨時修正並另行通知各單位配合辦理。';
    expect(textsOf(text)).toHaveLength(6);
  });

  it('close up words that were stretched over their line, and blanks beside Latin letters', () => {
    expect(textsOf('( 二 ) 提 供 讀 者 易 懂 的 資 訊\n提供 QR Code 供 3 樓讀者掃描')).toEqual([
      '(二)提供讀者易懂的資訊',
      '提供QR Code供3樓讀者掃描',
    ]);
  });

  it('lose page numbers and titles that run over all pages, which is told', () => {
    const text =
      '圖書館服務計畫\n壹、依據\n- 1 -\n\f圖書館服務計畫\n貳、目標\n第 2 頁，共 3 頁\n\f圖書館服務計畫\n參、其他';
    const { paragraphs, issues } = blocksOf(text);
    expect(paragraphs.map(paragraph => paragraph.text)).toEqual(['圖書館服務計畫', '壹、依據', '貳、目標', '參、其他']);
    expect(issues).toMatchObject([{ code: 'text_furniture', severity: 'info', params: { count: 4 } }]);
  });

  it('take a number within a sentence for no mark', () => {
    const text = `本館所屬分館包括位於市中心的一館以及民國九十八年之後陸續成立的分館，
二、三館均比照辦理，其餘各館視人力情形逐步推動，並於年度結束之前提報成果
。`;
    expect(textsOf(text)).toHaveLength(1);
  });

  it('know their line and their indent', () => {
    expect(
      blocksOf('壹、依據\n\n  一、甲').paragraphs.map(({ place, indent, whole }) => [place, indent, whole]),
    ).toEqual([
      [{ line: 1 }, 0, true],
      [{ line: 3 }, 1, true],
    ]);
  });
});

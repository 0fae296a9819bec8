import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  type FileChild,
  Footer,
  type IRunOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { latinFont, officialFont, pageNumber, paper, sizes } from '../look.ts';
import { widthOfMark } from '../marked.ts';
import type { Page, PageBlock } from '../page.ts';
import { tableOf } from './table.ts';
import { runsOf } from './text.ts';

const points = (size: number): number => size * 20;
const font = { ascii: latinFont, hAnsi: latinFont, cs: latinFont, eastAsia: officialFont } as const;

type Setters = {
  readonly [Kind in PageBlock['kind']]: (block: Extract<PageBlock, { kind: Kind }>, page: Page) => readonly FileChild[];
};

const setters: Setters = {
  title: ({ text }) => [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 120 },
      children: runsOf(text, sizes.title, { bold: true }),
    }),
  ],
  note: ({ text }) => [
    new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { after: 60 }, children: runsOf(text, sizes.note) }),
  ],
  heading: ({ mark, text }) => [
    new Paragraph({
      keepNext: true,
      outlineLevel: 0,
      spacing: { before: 200, after: 80 },
      children: runsOf(mark + text, sizes.heading, { bold: true }),
    }),
  ],
  entry: ({ mark, text }) => {
    const hang = Math.round(points(sizes.entry) * widthOfMark(mark));
    const own = points(sizes.entry) * 2;
    return [
      new Paragraph({
        indent: mark === '' ? { left: own } : { left: own + hang, hanging: hang },
        spacing: { after: 60 },
        children: runsOf(mark + text, sizes.entry),
      }),
    ];
  },
  caption: ({ text }) => [
    new Paragraph({
      keepNext: true,
      alignment: AlignmentType.CENTER,
      spacing: { before: 160, after: 80 },
      children: runsOf(text, sizes.caption, { bold: true }),
    }),
  ],
  table: ({ table }, page) => [tableOf(table, page.landscape)],
};

const set = <Kind extends PageBlock['kind']>(
  block: Extract<PageBlock, { kind: Kind }>,
  page: Page,
): readonly FileChild[] => (setters[block.kind as Kind] as Setters[Kind])(block, page);

function numbers(): Footer {
  const run = (children: NonNullable<IRunOptions['children']>): ParagraphChild =>
    new TextRun({ size: sizes.footer * 2, children });
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          run([pageNumber.before, PageNumber.CURRENT]),
          run([pageNumber.between, PageNumber.TOTAL_PAGES]),
          run([pageNumber.after]),
        ],
      }),
    ],
  });
}

/** A page as a document of the library. */
export function documentOf(page: Page): Document {
  const { margin, short, long } = paper;
  const twips = convertMillimetersToTwip;
  return new Document({
    title: page.title,
    creator: page.agency,
    lastModifiedBy: page.agency,
    styles: { default: { document: { run: { font, size: sizes.cell * 2, language: { eastAsia: 'zh-TW' } } } } },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: twips(short),
              height: twips(long),
              orientation: page.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twips(margin.top),
              bottom: twips(margin.bottom),
              left: twips(margin.side),
              right: twips(margin.side),
              header: twips(margin.footer),
              footer: twips(margin.footer),
            },
          },
        },
        footers: { default: numbers() },
        children: page.blocks.flatMap(block => set(block, page)),
      },
    ],
  });
}

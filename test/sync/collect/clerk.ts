import { mkdirSync, readFileSync } from 'node:fs';
import type { Report } from '../../../sync/cli/collect/report.ts';
import { allCommands } from '../../../sync/cli/commands.ts';
import { runCommand } from '../../../sync/cli/run.ts';
import { filled } from '../../support/returned/files.ts';
import { type Blank, layouts } from '../../support/returned/layouts.ts';
import { folder as temporary } from '../cli/books.ts';
import { opened } from './opened.ts';

const commands = await allCommands();

/** Forms of twelve questions: as good as long ones for whatever is no matter of their length. */
export const shorter = layouts
  .filter(({ format }) => format === 'xlsx')
  .map(layout => ({ ...layout, order: layout.order.slice(0, 12) }));

interface Wish {
  readonly out?: string;
  readonly more?: readonly string[];
  readonly signal?: AbortSignal;
  readonly progress?: (line: string) => void;
}

/** Somebody at the command line, with a folder `in` of returned files and the form that was sent out. */
export function clerk(made: readonly Blank[]) {
  const files = temporary();
  mkdirSync(files.at('in'));
  files.put('範本.xlsx', made[0]!.bytes);
  /** What is written after `guankao`. */
  const written = ({ out = '彙整.xlsx', more = [] }: Wish = {}): readonly string[] => {
    const [folder, template] = [files.at('in'), files.at('範本.xlsx')];
    return ['form', 'collect', folder, '--template', template, '--out', files.at(out), ...more];
  };
  const run = async (wish: Wish = {}) => {
    const { out: _, more = [], ...rest } = wish;
    const surroundings = { env: { LANG: 'zh_TW.UTF-8' }, width: 200, version: '0', ...rest };
    const ended = await runCommand(commands, written(wish), surroundings);
    return { ...ended, report: more.includes('--json') && ended.out ? JSON.parse(ended.out) : null };
  };
  /** All that a consolidated workbook says, but for the moment it was made. */
  const contents = (out = '彙整.xlsx') =>
    opened(new Uint8Array(readFileSync(files.at(out)))).sheets.map(({ name, rows }) => [
      name,
      rows.map(({ cells }) => cells.map(({ text }) => text)).filter(([first]) => !first?.startsWith('彙整時間')),
    ]);
  return {
    files,
    written,
    run,
    contents,
    sheet: (name: string, out?: string) => (contents(out).find(([each]) => each === name)![1] as string[][]).slice(1),
    send: (agency: number, name = `${agency}.xlsx`, layout = agency): string =>
      files.put(`in/${name}`, filled(made[layout % made.length]!, agency)),
  };
}

export const json = { more: ['--json'] } as const;
export const states = (report: Report) => report.files.map(({ file, state }) => `${file} ${state}`);

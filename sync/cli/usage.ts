import type { Locale } from '../model/index.ts';
import type { Command, Option } from './command.ts';
import { table } from './table.ts';
import { say, words } from './words.ts';

/** What every command understands. */
export const everywhere: Readonly<Record<string, Option>> = {
  json: { about: words('只輸出 JSON', 'print JSON and nothing else') },
  lang: { value: 'en|zh-TW', about: words('訊息的語言', 'language of messages') },
  help: { about: words('顯示說明', 'show this help') },
  version: { about: words('顯示版本', 'show the version') },
};

const labels = {
  usage: words('用法', 'Usage'),
  commands: words('指令', 'Commands'),
  options: words('選項', 'Options'),
  about: words(
    '管考：讀取、填寫、比對與合併自行檢核表等表單；讀取、寫出與比對計畫',
    'Guankao: read, fill, match and merge self-check forms and their like; read, write and compare plans',
  ),
  codes: words(
    '結束代碼：0 完成；1 有檔案或列無法處理；2 用法錯誤。',
    'Exit code: 0 done; 1 a file or a row could not be handled; 2 wrong usage.',
  ),
  more: words('各指令的說明：guankao 指令 --help', 'More on a command: guankao COMMAND --help'),
};

const optionWords = ([name, { value, required }]: readonly [string, Option]): string => {
  const text = value === undefined ? `--${name}` : `--${name} ${value}`;
  return required ? text : `[${text}]`;
};

/** The one line of a command: `guankao form fill TEMPLATE ANSWERS OUT [--json]`. */
export function usageLine({ name, operands, options }: Command): string {
  const shown = Object.entries({ ...options, json: everywhere.json! });
  return ['guankao', name, ...operands.map(operand => operand.name), ...shown.map(optionWords)].join(' ');
}

export function commandHelp(command: Command, locale: Locale): string {
  const options = Object.entries({ ...command.options, ...everywhere }).map(([name, option]) => [
    `  --${name}${option.value === undefined ? '' : ` ${option.value}`}`,
    say(option.about, locale),
  ]);
  const operands = command.operands.map(({ name, about }) => [`  ${name}`, say(about, locale)]);
  return [
    `${say(labels.usage, locale)}: ${usageLine(command)}`,
    '',
    say(command.about, locale),
    '',
    ...table([...operands, ...options]),
    '',
    say(labels.codes, locale),
  ].join('\n');
}

export function help(commands: readonly Command[], locale: Locale): string {
  return [
    say(labels.about, locale),
    '',
    `${say(labels.commands, locale)}:`,
    ...table(commands.map(command => [`  guankao ${command.name}`, say(command.about, locale)])),
    '',
    `${say(labels.options, locale)}:`,
    ...table(
      Object.entries(everywhere).map(([name, { value, about }]) => [
        `  --${name}${value === undefined ? '' : ` ${value}`}`,
        say(about, locale),
      ]),
    ),
    '',
    say(labels.more, locale),
    say(labels.codes, locale),
  ].join('\n');
}

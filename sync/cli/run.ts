import { parseArgs } from 'node:util';
import type { Issue, Locale } from '../model/index.ts';
import { type Command, FileFailed, type Input, type Option, WrongUsage } from './command.ts';
import { commandHelp, everywhere, help, usageLine } from './usage.ts';
import { localeOf, messageOf, say, words } from './words.ts';

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  /** Columns of the terminal. */
  readonly width: number;
  readonly version: string;
  readonly progress?: Input['progress'];
  readonly signal?: Input['signal'];
}

export interface Ended {
  /** 0 done, 1 a file or a row could not be handled, 2 wrong usage. */
  readonly code: 0 | 1 | 2;
  readonly out: string;
  readonly err: string;
}

const wrong = {
  none: words('請指定指令。', 'A command is missing.'),
  command: words('沒有「{name}」這個指令。', 'There is no command “{name}”.'),
  option: words('沒有 --{name} 這個選項。', 'There is no option --{name}.'),
  noValue: words('--{name} 後面需要一個值。', '--{name} needs a value.'),
  aValue: words('--{name} 不接受值。', '--{name} takes no value.'),
  twice: words('--{name} 只能指定一次。', '--{name} can be given only once.'),
  language: words('--lang 只能是 en 或 zh-TW。', '--lang is en or zh-TW.'),
  required: words('缺少 --{name}。', '--{name} is missing.'),
  operand: words('缺少 {name}。', '{name} is missing.'),
  surplus: words('多了「{name}」。', '“{name}” is too much.'),
};

/** What was written after `guankao`, taken apart but not yet judged. */
interface Written {
  readonly words: readonly string[];
  readonly options: readonly { readonly name: string; readonly value: string | undefined; readonly inline: boolean }[];
}

/** Runs one command line and gives what it prints; nothing is thrown for what a person can cause. */
export async function runCommand(
  commands: readonly Command[],
  args: readonly string[],
  { env, width, version, progress, signal }: Surroundings,
): Promise<Ended> {
  const written = takeApart(commands, args);
  const value = (name: string): string | undefined => written.options.find(option => option.name === name)?.value;
  const locale = localeOf(value('lang'), env);
  const asks = (option: string): boolean => written.options.some(({ name }) => name === option);
  const command = commandOf(commands, written.words);
  try {
    if (asks('version')) return { code: 0, out: version, err: '' };
    if (asks('help')) return { code: 0, out: command ? commandHelp(command, locale) : help(commands, locale), err: '' };
    if (!command) throw wrongCommand(written, locale);
    const input: Input = {
      ...checked(command, written, locale),
      locale,
      env,
      width,
      ...(progress ? { progress } : {}),
      ...(signal ? { signal } : {}),
    };
    return await answered(
      command,
      input,
      written.options.some(({ name }) => name === 'json'),
    );
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    const how = command ? usageLine(command) : help(commands, locale);
    return { code: 2, out: '', err: `${error.message}\n${how}` };
  }
}

function takeApart(commands: readonly Command[], args: readonly string[]): Written {
  const known: Record<string, Option> = Object.assign({}, everywhere, ...commands.map(({ options }) => options));
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  return {
    words: tokens.flatMap(token => (token.kind === 'positional' ? [token.value] : [])),
    options: tokens.flatMap(token =>
      token.kind === 'option'
        ? [{ name: token.name === 'h' ? 'help' : token.name, value: token.value, inline: token.inlineValue === true }]
        : [],
    ),
  };
}

const commandOf = (commands: readonly Command[], given: readonly string[]): Command | undefined =>
  commands.find(({ name }) => name.split(' ').every((word, i) => word === given[i]));

function wrongCommand({ words: given }: Written, locale: Locale): WrongUsage {
  const name = given.slice(0, 2).join(' ');
  return new WrongUsage(name === '' ? say(wrong.none, locale) : say(wrong.command, locale, { name }));
}

function checked(command: Command, written: Written, locale: Locale) {
  const refuse = (text: keyof typeof wrong, name = ''): never => {
    throw new WrongUsage(say(wrong[text], locale, { name }));
  };
  const known = { ...command.options, ...everywhere };
  const options: Record<string, string> = {};
  for (const { name, value, inline } of written.options) {
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!option) return refuse('option', name);
    if (option.value === undefined && value !== undefined) return refuse('aValue', name);
    if (option.value !== undefined && (!value || (!inline && value.startsWith('-')))) return refuse('noValue', name);
    if (name in options) return refuse('twice', name);
    options[name] = value ?? '';
  }
  if (options.lang !== undefined && !/^(en|zh)(-|_|$)/i.test(options.lang)) return refuse('language');
  for (const [name, { required }] of Object.entries(command.options))
    if (required && options[name] === undefined) return refuse('required', name);
  const operands = written.words.slice(command.name.split(' ').length);
  const missing = command.operands[operands.length];
  if (missing) return refuse('operand', missing.name);
  if (operands.length > command.operands.length) return refuse('surplus', operands[command.operands.length]);
  return { operands, options };
}

async function answered(command: Command, input: Parameters<Command['run']>[0], asJson: boolean): Promise<Ended> {
  const printed = (json: unknown, text: readonly string[]): string =>
    asJson ? JSON.stringify(json, null, 2) : text.join('\n');
  try {
    const { json, text, issues, failed } = await command.run(input);
    return { code: failed ? 1 : 0, out: printed(json, text), err: complaints(issues, input.locale) };
  } catch (error) {
    if (!(error instanceof FileFailed)) throw error;
    return {
      code: 1,
      out: asJson ? printed({ error: error.issue }, []) : '',
      err: complaints([error.issue], input.locale),
    };
  }
}

const complaints = (issues: readonly Issue[], locale: Locale): string => {
  const lines = issues.map(issue => messageOf(issue, locale));
  return [...new Set(lines)].join('\n');
};

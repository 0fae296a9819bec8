import { describe, expect, it } from 'vitest';
import { allCommands } from '../../../sync/cli/commands.ts';
import { guankao } from './books.ts';

const commands = await allCommands();

describe('wrong usage ends with 2, a reason on stderr and nothing on stdout', () => {
  it.each([
    [[], '請指定指令'],
    [['form'], '沒有「form」這個指令'],
    [['form', 'guess', 'a.xlsx'], '沒有「form guess」這個指令'],
    [['form', 'profile'], '缺少 BOOK'],
    [['form', 'profile', 'a.xlsx', 'b.xlsx'], '多了「b.xlsx」'],
    [['form', 'profile', 'a.xlsx', '--force'], '沒有 --force 這個選項'],
    [['form', 'profile', 'a.xlsx', '--__proto__'], '沒有 --__proto__ 這個選項'],
    [['form', 'profile', 'a.xlsx', '--json=yes'], '--json 不接受值'],
    [['form', 'profile', 'a.xlsx', '--lang', 'fr'], '--lang 只能是'],
    [['form', 'match', 'a.xlsx'], '缺少 --template'],
    [['form', 'match', 'a.xlsx', '--template'], '--template 後面需要一個值'],
    [['form', 'match', 'a.xlsx', '--template', '--json'], '--template 後面需要一個值'],
    [['form', 'match', 'a.xlsx', '--template', 'b', '--template', 'c'], '--template 只能指定一次'],
  ])('%j', async (args, reason) => {
    const { code, out, err } = await guankao(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')[0]).toContain(reason);
    expect(err).toContain('guankao form');
  });

  it('in English when asked', async () => {
    expect((await guankao('form', 'profile', '--lang', 'en')).err).toContain('BOOK is missing.');
    expect((await guankao('--lang=en')).err).toContain('A command is missing.');
  });
});

describe('help', () => {
  it('of the whole lists every command', async () => {
    for (const lang of ['en', 'zh-TW']) {
      const { code, out, err } = await guankao('--help', '--lang', lang);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      for (const { name, about } of commands)
        expect(out).toMatch(new RegExp(`guankao ${name} .*${lang === 'en' ? about.en : about.zh}`));
    }
  });

  it('of each command tells its words, options and exit codes, whatever else is missing', async () => {
    for (const { name, operands, options } of commands) {
      const { code, out } = await guankao(...name.split(' '), '--help');
      expect(code).toBe(0);
      for (const word of [...operands.map(operand => operand.name), ...Object.keys(options)])
        expect(out).toContain(word);
      expect(out).toContain('結束代碼');
    }
  });

  it('tells the version', async () => {
    expect(await guankao('--version')).toEqual({ code: 0, out: '1.2.3', err: '' });
  });
});

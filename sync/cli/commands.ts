import type { Command } from './command.ts';

/** The commands by the word that they begin with. */
const groups: Readonly<Record<string, () => Promise<readonly Command[]>>> = {
  form: async () => (await import('./form/index.ts')).formCommands,
  plan: async () => (await import('./plan/index.ts')).planCommands,
  package: async () => (await import('./package/index.ts')).packageCommands,
  sheets: async () => (await import('./sheets/index.ts')).sheetsCommands,
};

/** Every command of `guankao`. */
export async function allCommands(): Promise<readonly Command[]> {
  return (await Promise.all(Object.values(groups).map(load => load()))).flat();
}

/** Those that such a command line may mean: to load the others would take longer than most of them run. */
export async function commandsFor(args: readonly string[]): Promise<readonly Command[]> {
  const group = args.find(arg => Object.hasOwn(groups, arg));
  return group === undefined ? allCommands() : groups[group]!();
}

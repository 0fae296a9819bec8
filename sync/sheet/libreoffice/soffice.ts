import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['soffice', 'libreoffice', 'soffice.exe'] as const;

/** Where installers put it, besides the search path. */
const usual = [
  '/usr/lib/libreoffice/program/soffice',
  '/usr/lib64/libreoffice/program/soffice',
  '/usr/local/bin/soffice',
  '/snap/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
] as const;

/** The Document Foundation's own packages install each version beside the others. */
function inOpt(): readonly string[] {
  try {
    const versions = readdirSync('/opt').filter(name => name.startsWith('libreoffice'));
    return versions
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .map(name => `/opt/${name}/program/soffice`);
  } catch {
    return [];
  }
}

const canRun = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
};

/** The LibreOffice of this machine, or null. Looked for anew each time, so that installing it needs no restart. */
export function findSoffice(env: NodeJS.ProcessEnv = process.env): string | null {
  const onPath = (env.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  const candidates = [...onPath.flatMap(folder => names.map(name => join(folder, name))), ...usual, ...inOpt()];
  return candidates.find(canRun) ?? null;
}

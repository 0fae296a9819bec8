/** Converts with a program that never ends, and ends itself meanwhile. `node hang.ts PROGRAM PID_FILE` */
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { convert } from '../../../../sync/sheet/libreoffice/index.ts';
import { begin, compoundFile, end } from './old-files.ts';

const [, , soffice = '', pids = ''] = process.argv;
void convert(compoundFile([...begin, ...end]), '舊表.xls', 'xlsx', { soffice });
while (!existsSync(pids)) await setTimeout(20);
process.exit(3);

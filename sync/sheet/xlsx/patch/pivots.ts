import { parseRange, type Range } from '../../address.ts';
import { token } from '../../xml-scanner.ts';
import { spreadsheet } from '../namespaces.ts';
import { relationshipsOf } from '../package.ts';
import type { Source } from './source.ts';

/** Ranges of a sheet that the program fills from its pivot tables, over whatever is written there. */
export function pivotRanges(source: Source, part: string): readonly Range[] {
  return relationshipsOf(source.archive, part)
    .filter(({ kind, part: pivot }) => kind === 'pivotTable' && source.has(pivot))
    .flatMap(({ part: pivot }) => {
      const range = locationOf(source, pivot);
      return range ? [range] : [];
    });
}

function locationOf(source: Source, part: string): Range | null {
  const scanner = source.part(part).scan();
  for (let kind = scanner.next(); kind !== token.end; kind = scanner.next()) {
    if (kind === token.open && scanner.local === 'location' && spreadsheet.has(scanner.uri)) {
      return parseRange(scanner.attribute('ref') ?? '');
    }
  }
  return null;
}

import { GoogleFault, type SheetSide, stateOf } from '../../../sync/sheet/google/index.ts';
import { type Book, batchUpdate, spreadsheetOf } from './book.ts';
import { BadRequest } from './requests.ts';

/** What goes wrong with the next write: refused before it is done, done although no answer comes, or an answer that never was. */
export type WriteMishap = 'refused' | 'lost' | 'doneButLost';

/** The emulated spreadsheet as a sync sees it, without HTTP. `mishaps` are used up from the front; `between` runs before each write. */
export function sheetSideAt(
  book: Book,
  { mishaps = [], between }: { mishaps?: WriteMishap[]; between?: () => void } = {},
): SheetSide {
  return {
    version: async () => {
      if (book.trashed) throw new GoogleFault('final', 'google_absent', 404, '');
      return String(book.version);
    },
    read: async () => stateOf(spreadsheetOf(book)),
    write: async requests => {
      between?.();
      const mishap = mishaps.shift();
      if (mishap === 'refused') throw new GoogleFault('refused', 'google_busy', 429, '');
      if (mishap === 'lost') throw new GoogleFault('unclear', 'google_unreachable', 503, '');
      try {
        batchUpdate(book, requests);
      } catch (error) {
        if (error instanceof BadRequest) throw new GoogleFault('final', 'google_rejected', 400, error.message);
        throw error;
      }
      if (mishap === 'doneButLost') throw new GoogleFault('unclear', 'google_unreachable', 503, '');
    },
  };
}

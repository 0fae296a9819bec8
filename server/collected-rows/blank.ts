import type { RowReview } from '../../sync/model/index.ts';

/** A row that nobody reviewed yet. */
export const unreviewed: RowReview = { score: null, remarks: '', by: null, at: null };

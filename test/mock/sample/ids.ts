/** Ids that sort as the server's do: by creation. */
export const idOf = (kind: string, n: number): string => `${kind}-${String(n).padStart(6, '0')}`;

const start = Date.UTC(2025, 0, 2, 1, 0, 0);

/** An instant that many hours after the sample's year began. */
export const hour = (n: number): string => new Date(start + n * 3_600_000).toISOString();

export const stamp = (n: number, version = 1) => ({ createdAt: hour(n), updatedAt: hour(n + version - 1), version });

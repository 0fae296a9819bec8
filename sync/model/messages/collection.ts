/** Collections: what is refused and what is told about files that come back. */
export const collectionMessages = {
  collection_closed: {
    zh: '彙整案「{name}」已結束，不再收件。如需補收，請先重新開放。',
    en: 'The collection “{name}” is closed and takes no more files. Reopen it first to accept late ones.',
  },
} as const;

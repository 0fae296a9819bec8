/** What was noticed while a returned form was read. */
export const formMessages = {} as const;

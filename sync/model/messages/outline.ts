/** What was doubtful in a plan document. */
export const outlineMessages = {} as const;

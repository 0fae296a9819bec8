/** What became of a number of rows: how many were done, and why the others were not. */
export interface Outcome {
  readonly done: number;
  readonly refused: number;
  /** The message of the first refusal. */
  readonly message: string;
}

/** Does one thing to many rows, one after another; one that is refused does not stop the others. */
export async function inTurn<T>(rows: readonly T[], act: (row: T) => Promise<unknown>): Promise<Outcome> {
  let done = 0;
  const messages: string[] = [];
  for (const row of rows)
    try {
      await act(row);
      done += 1;
    } catch (error) {
      messages.push(error instanceof Error ? error.message : String(error));
    }
  return { done, refused: messages.length, message: messages[0] ?? '' };
}

declare module 'xlsx-populate' {
  interface Cell {
    value(value: string): Cell;
    value(): unknown;
  }
  interface Sheet {
    cell(row: number, column: number): Cell;
    usedRange(): { value(): readonly (readonly unknown[])[] } | undefined;
  }
  interface Book {
    sheet(index: number): Sheet;
    outputAsync(): Promise<Uint8Array>;
  }
  export function fromDataAsync(bytes: Uint8Array): Promise<Book>;
  const library: { readonly fromDataAsync: typeof fromDataAsync };
  export default library;
}

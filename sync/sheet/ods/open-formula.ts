const language = /^(?:[\w.-]+:)?=?/;
const pieces = /"(?:[^"]|"")*"|'(?:[^']|'')*'(?=[.#])|\[[^\]]*\]|[;]|[^"'[;]+|./gs;

/** A formula of OpenDocument, such as `of:=SUM([.A1:.A3];1)`, in the notation of Excel and without its =. */
export function excelFormula(formula: string): string {
  const body = formula.replace(language, '');
  return (body.match(pieces) ?? [])
    .map(piece => (piece === ';' ? ',' : piece.startsWith('[') ? excelReference(piece.slice(1, -1)) : piece))
    .join('')
    .replaceAll('$$', '');
}

const corner = /^(?:(\$?)('(?:[^']|'')*'|[^.']*))?\.(\$?[A-Za-z]*\$?\d*)$/;

/** `$選單.$A$1:.$A$4` → `選單!$A$1:$A$4`; what is no reference stays as it is. */
export function excelReference(reference: string): string {
  const [first = '', second] = splitRange(reference);
  const start = corner.exec(first);
  if (!start) return reference;
  const end = second === undefined ? null : corner.exec(second);
  const sheet = start[2] ? `${start[2]}!` : '';
  return `${sheet}${start[3]}${end ? `:${end[3]}` : ''}`;
}

/** At the colon outside quotes. */
function splitRange(reference: string): readonly string[] {
  let quoted = false;
  for (let i = 0; i < reference.length; i++) {
    if (reference[i] === "'") quoted = !quoted;
    else if (reference[i] === ':' && !quoted) return [reference.slice(0, i), reference.slice(i + 1)];
  }
  return [reference];
}

import { type Tag, walkXml } from '../../xml.ts';

/** Understands one kind of element: what its children are, its text, its end. One object may serve every element of its kind. */
export interface Context {
  /** What understands a child; null passes over it with all that is inside. */
  readonly child: (tag: Tag) => Context | null;
  readonly text?: (text: string) => void;
  /** @param end where the character after its `>` stands */
  readonly end?: (end: number) => void;
}

/** Walks a document from its root element down, through what the contexts understand. */
export function walkContexts(xml: string, part: string, root: Context): void {
  const open: Context[] = [];
  let current: Context = root;
  let skipped = 0;
  walkXml(xml, part, {
    open: tag => {
      const next = skipped > 0 ? null : current.child(tag);
      if (next === null) {
        skipped++;
        return;
      }
      open.push(current);
      current = next;
    },
    text: text => {
      if (skipped === 0) current.text?.(text);
    },
    close: (_local, _uri, end) => {
      if (skipped > 0) {
        skipped--;
        return;
      }
      current.end?.(end);
      current = open.pop()!;
    },
  });
}

/** An element that only wraps others: its children are understood as if they stood where it stands. */
export const wrapper = (child: Context['child']): Context => ({ child });

/** A table of children by local name, of one namespace. */
export const children =
  (uris: ReadonlySet<string>, byName: Readonly<Record<string, (tag: Tag) => Context | null>>): Context['child'] =>
  tag =>
    uris.has(tag.uri) && Object.hasOwn(byName, tag.local) ? byName[tag.local]!(tag) : null;

/** An element whose attributes say everything. */
export const leaf: Context = { child: () => null };

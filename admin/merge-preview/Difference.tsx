import type { Shown } from './diff.ts';

const Piece = ({ part }: { readonly part: Shown }) => {
  if (part.kind === 'in') return <ins>{part.text}</ins>;
  if (part.kind === 'out') return <del>{part.text}</del>;
  if (!part.cut) return part.text;
  return (
    <>
      {part.cut[0]}
      <span className="merge-cut">⋯</span>
      {part.cut[1]}
    </>
  );
};

/** A text with what is new in it underlined and what is gone struck out, besides their colours. */
export const Difference = ({ parts }: { readonly parts: readonly Shown[] }) => {
  // The parts of one difference never move, so their places name them.
  const placed = parts.map((part, place) => ({ part, place }));
  return placed.map(({ part, place }) => <Piece key={place} part={part} />);
};

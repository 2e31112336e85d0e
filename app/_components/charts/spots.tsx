import Link from "next/link";

/** A part of a drawing that a pointer can press; none where there is nothing behind it. */
export type Spot = { key: string; title: string; href: string | null | undefined };

/**
 * Over a drawing, one beside the other in rows: for the pointer alone. Keyboards and readers have the same links in the
 * table, and so have fingers, for whom these are too narrow.
 */
export const Spots = ({ spots, across }: { spots: readonly Spot[]; across: number }) => (
  <div
    aria-hidden
    className="absolute inset-0 hidden auto-rows-fr print:hidden md:pointer-fine:grid"
    style={{ gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))` }}
  >
    {spots.map(({ key, title, href }) =>
      href ? (
        <Link key={key} href={href} title={title} tabIndex={-1} prefetch={false} className="hover:bg-ink/8" />
      ) : (
        <span key={key} title={title} />
      ),
    )}
  </div>
);

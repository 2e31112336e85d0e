import Link from "next/link";

/** What a row of a table opens to; where there is nothing to see it is words alone. */
export const TwinLink = ({ href, children }: { href: string | null | undefined; children: string }) =>
  href ? (
    <Link href={href} className="underline decoration-edge underline-offset-4 hover:decoration-ink">
      {children}
    </Link>
  ) : (
    children
  );

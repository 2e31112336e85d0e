import Link from "next/link";
import type { ReactNode } from "react";
import { LiveValue } from "@/app/_components/live/live-value";
import { useSay } from "@/app/_words/use-say";

type Props = {
  /** How a test finds it. */
  id: string;
  label: string;
  value: string;
  /** The change against the other days in words, or what the number is made of. */
  note?: string;
  /** Where its rows are; none for a number that is its own row. */
  href?: string | undefined;
};

/** A number of a report: what it is, how much, how much it was, and the way to its rows. Inside a `FigureGrid`. */
export function Figure({ id, label, value, note, href }: Props) {
  const say = useSay();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] content-start items-baseline gap-x-4 gap-y-0.5 border-t pt-2 md:grid-cols-[minmax(0,1fr)] md:pt-3">
      <dt className="text-quiet">{label}</dt>
      <dd className="text-lg font-semibold whitespace-nowrap tabular-nums md:text-xl" data-stat={id}>
        {href ? (
          <Link href={href} className="underline decoration-edge decoration-1 underline-offset-6 hover:decoration-ink">
            <LiveValue value={value} />
            <span className="sr-only">{say(", show its rows")}</span>
          </Link>
        ) : (
          <LiveValue value={value} />
        )}
      </dd>
      {note ? <dd className="text-quiet max-md:col-span-2">{note}</dd> : null}
    </div>
  );
}

export const FigureGrid = ({ label, children }: { label: string; children: ReactNode }) => (
  <section aria-label={label}>
    <dl className="grid gap-x-8 gap-y-3 md:grid-cols-[repeat(auto-fill,minmax(16rem,1fr))] md:gap-y-5">{children}</dl>
  </section>
);

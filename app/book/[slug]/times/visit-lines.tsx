import type { ReactNode } from "react";
import { mostServices } from "@/lib/bookings/rules";
import { addServiceHref, timesHref } from "../../_parts/links";
import { SoftLink } from "../../_parts/soft-link";
import { duration, priceFrom } from "../../_parts/words";
import { type KnownLine, nameOf } from "../known-lines";

type Props = {
  slug: string;
  lines: KnownLine[];
  /** The one that is chosen for, if any; its extras and people stand in it. */
  current: number | undefined;
  day: string | undefined;
  from: string | undefined;
  children: ReactNode;
};

const quietLink =
  "inline-flex min-h-11 items-center underline decoration-edge underline-offset-4 text-quiet hover:text-ink";

type Adding = { slug: string; lines: KnownLine[]; day: string | undefined };

export const AddService = ({ slug, lines, day }: Adding) => (
  <SoftLink
    href={addServiceHref(
      slug,
      lines.map(({ chosen }) => chosen),
      day,
    )}
    rel="nofollow"
    className={quietLink}
  >
    Add another service
  </SoftLink>
);

/** The services of one visit, in order: each can be chosen for, or left out again. */
export function VisitLines({ slug, lines, current, day, from, children }: Props) {
  const chosen = lines.map((line) => line.chosen);
  const without = (at: number) => timesHref(slug, { lines: chosen.toSpliced(at, 1), day, from });
  return (
    <section aria-label="Your visit">
      <ol className="divide-y divide-line border-y border-line">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the visit tells two of the same service apart
          <li key={`${line.service.id} ${at}`} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{nameOf(line)}</span>
              <span className="block text-sm text-quiet">
                {duration(line.minutes)} · {priceFrom({ ...line, currency: line.service.currency })} ·{" "}
                {line.person ? `with ${line.person.name}` : "with anyone"}
              </span>
            </span>
            <SoftLink
              href={timesHref(slug, { lines: chosen, line: at === current ? undefined : at, day, from })}
              stay
              className={quietLink}
            >
              {at === current ? "Done" : "Change"}
              <span className="sr-only">
                {" "}
                {at === current ? "with " : ""}
                {line.service.name}
              </span>
            </SoftLink>
            {at === current ? (
              <div className="grid w-full gap-4 pt-2 pb-1">
                {children}
                <SoftLink href={without(at)} stay className={`${quietLink} justify-self-start`}>
                  Remove<span className="sr-only"> {line.service.name}</span>
                </SoftLink>
              </div>
            ) : null}
          </li>
        ))}
      </ol>
      {lines.length < mostServices ? (
        <AddService slug={slug} lines={lines} day={day} />
      ) : (
        <p className="py-2 text-quiet">One visit takes up to {mostServices} services.</p>
      )}
    </section>
  );
}

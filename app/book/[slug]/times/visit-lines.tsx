import type { ReactNode } from "react";
import { languageHere } from "@/app/_server/language";
import { mostServices } from "@/lib/bookings/rules";
import { duration, priceFrom } from "../../_parts/in-words";
import { addServiceHref, timesHref } from "../../_parts/links";
import { SoftLink } from "../../_parts/soft-link";
import { type KnownLine, nameOf } from "../known-lines";
import { bookWords } from "../words";

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

export const AddService = async ({ slug, lines, day }: Adding) => (
  <SoftLink
    href={addServiceHref(
      slug,
      lines.map(({ chosen }) => chosen),
      day,
    )}
    rel="nofollow"
    className={quietLink}
  >
    {bookWords[await languageHere()].addAnother}
  </SoftLink>
);

/** The services of one visit, in order: each can be chosen for, or left out again. */
export async function VisitLines({ slug, lines, current, day, from, children }: Props) {
  const language = await languageHere();
  const words = bookWords[language];
  const chosen = lines.map((line) => line.chosen);
  const without = (at: number) => timesHref(slug, { lines: chosen.toSpliced(at, 1), day, from });
  return (
    <section aria-label={words.yourVisit}>
      <ol className="divide-y divide-line border-y border-line">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the visit tells two of the same service apart
          <li key={`${line.service.id} ${at}`} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{nameOf(line)}</span>
              <span className="block text-sm text-quiet">
                {duration(line.minutes, language)} · {priceFrom({ ...line, currency: line.service.currency }, language)}{" "}
                · {line.person ? words.withPerson(line.person.name) : words.withAnyone}
              </span>
            </span>
            <SoftLink
              href={timesHref(slug, { lines: chosen, line: at === current ? undefined : at, day, from })}
              stay
              className={quietLink}
            >
              {at === current ? words.done : words.change}
              <span className="sr-only"> {at === current ? words.doneWith(line.service.name) : line.service.name}</span>
            </SoftLink>
            {at === current ? (
              <div className="grid w-full gap-4 pt-2 pb-1">
                {children}
                <SoftLink href={without(at)} stay className={`${quietLink} justify-self-start`}>
                  {words.remove}
                  <span className="sr-only"> {line.service.name}</span>
                </SoftLink>
              </div>
            ) : null}
          </li>
        ))}
      </ol>
      {lines.length < mostServices ? (
        <AddService slug={slug} lines={lines} day={day} />
      ) : (
        <p className="py-2 text-quiet">{words.mostServices(mostServices)}</p>
      )}
    </section>
  );
}

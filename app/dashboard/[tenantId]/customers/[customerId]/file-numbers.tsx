"use client";

import { openBooking } from "@/app/_components/bookings/open-booking";
import { useShell } from "@/app/_components/shell/shell-context";
import type { Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { CustomerFile } from "@/lib/customers/get-customer";
import { formatDate, formatDayTime, formatMoney } from "@/lib/platform/format";

/** `KES 500 and USD 5` */
const listed = (say: Say, [first = "", ...rest]: readonly string[]): string =>
  rest.reduce((one, other) => say("{one} and {other}", { one, other }), first);

/** What their coming and staying away adds up to. */
export function FileNumbers({ file }: { file: CustomerFile }) {
  const say = useSay();
  const { tenant } = useShell();
  const { visits, spentMinor, currency, missed, owes, lastVisit, everyDays, next, since } = file;
  const owed = (owes ?? []).map((one) => formatMoney(one.amountMinor, one.currency));
  const numbers = [
    { term: say("Visits"), value: String(visits) },
    ...(spentMinor === null ? [] : [{ term: say("Paid for visits"), value: formatMoney(spentMinor, currency) }]),
    {
      term: say("Did not come"),
      value: say("{missed, plural, =0 {never} one {once} other {# times}}", { missed }),
    },
    ...(owes === null
      ? []
      : [{ term: say("Owes in fees"), value: owed.length > 0 ? listed(say, owed) : say("nothing") }]),
    {
      term: say("Last visit"),
      value: lastVisit ? formatDate(lastVisit, tenant.timeZone, say.language) : say("none yet"),
    },
    {
      term: say("Comes"),
      value: everyDays === null ? say("too few visits to say") : say("every {days} days", { days: everyDays }),
    },
    { term: say("Known since"), value: formatDate(since, tenant.timeZone, say.language) },
  ];
  return (
    <section aria-label={say("Numbers")} className="grid gap-3">
      {next ? (
        <p className="rounded-control border px-3 py-2">
          {say.rich("Comes next <booking>{time}</booking>", {
            time: formatDayTime(next.startsAt, tenant.timeZone, say.language),
            booking: (chunks) => (
              <a
                href={`?booking=${next.bookingId}`}
                onClick={(event) => openBooking(event, next.bookingId)}
                className="font-medium underline decoration-edge underline-offset-4"
              >
                {chunks}
              </a>
            ),
          })}
        </p>
      ) : null}
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 border-y py-4 sm:grid-cols-3">
        {numbers.map(({ term, value }) => (
          <div key={term} className="min-w-0">
            <dt className="text-quiet">{term}</dt>
            <dd className="font-medium break-words tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

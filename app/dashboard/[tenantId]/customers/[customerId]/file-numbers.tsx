"use client";

import { openBooking } from "@/app/_components/bookings/open-booking";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { CustomerFile } from "@/lib/customers/get-customer";
import { formatDate, formatDayTime, formatMoney } from "@/lib/platform/format";

/** What their coming and staying away adds up to. */
export function FileNumbers({ file }: { file: CustomerFile }) {
  const say = useSay();
  const { tenant } = useShell();
  const { visits, spentMinor, currency, missed, owes, lastVisit, everyDays, next, since } = file;
  const owed = (owes ?? []).map((one) => formatMoney(one.amountMinor, one.currency)).join(" and ");
  const numbers = [
    { term: "Visits", value: String(visits) },
    ...(spentMinor === null ? [] : [{ term: say("Paid for visits"), value: formatMoney(spentMinor, currency) }]),
    {
      term: say("Did not come"),
      value: missed === 1 ? "once" : missed === 0 ? "never" : say("{missed} times", { missed }),
    },
    ...(owes === null ? [] : [{ term: say("Owes in fees"), value: owed || "nothing" }]),
    { term: say("Last visit"), value: lastVisit ? formatDate(lastVisit, tenant.timeZone) : "none yet" },
    {
      term: "Comes",
      value: everyDays === null ? "too few visits to say" : say("every {everyDays} days", { everyDays }),
    },
    { term: say("Known since"), value: formatDate(since, tenant.timeZone) },
  ];
  return (
    <section aria-label={say("Numbers")} className="grid gap-3">
      {next ? (
        <p className="rounded-control border px-3 py-2">
          Comes next{" "}
          <a
            href={`?booking=${next.bookingId}`}
            onClick={(event) => openBooking(event, next.bookingId)}
            className="font-medium underline decoration-edge underline-offset-4"
          >
            {formatDayTime(next.startsAt, tenant.timeZone)}
          </a>
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

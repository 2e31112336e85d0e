import Link from "next/link";
import type { ReactNode } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import { type BookingsOf, sources, sourceWords } from "@/lib/analytics/booking-rules";
import type { BroughtOf } from "@/lib/analytics/brought-rules";
import type { BookingFigures } from "@/lib/analytics/report-answers";
import { statuses } from "@/lib/bookings/rules";
import { statusWords } from "../../bookings/status-words";
import { countWords, percentWords } from "../amount-words";
import { bookingRowsAt, broughtRowsAt } from "../insight-addresses";
import type { AskedDays } from "../report-keys";

/** Where bookings stand, who cancelled, how they came in, and what the waitlist brought: each a row that opens. */
export function WaysList({ figures, days }: { figures: BookingFigures; days: AskedDays }) {
  const say = useSay();
  const { tenant } = useShell();
  const { made, byStatus, bySource, waitlist } = figures;
  const at = (of: BookingsOf, more?: Record<string, string>) => bookingRowsAt(tenant.id, days, of, more);
  const brought = (of: BroughtOf) => broughtRowsAt(tenant.id, days, of);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 md:grid-cols-2 xl:grid-cols-3">
      <Ways title={say("Where they stand")}>
        {statuses
          .filter((status) => byStatus[status] > 0)
          .map((status) => (
            <Way
              key={status}
              label={say(statusWords[status])}
              n={byStatus[status]}
              of={made}
              href={at("made", { status })}
            />
          ))}
      </Ways>
      <Ways title={say("How they came in")}>
        {sources
          .filter((source) => bySource[source] > 0)
          .map((source) => (
            <Way
              key={source}
              label={say.known(sourceWords[source])}
              n={bySource[source]}
              of={made}
              href={at("made", { source })}
            />
          ))}
      </Ways>
      <Ways title={say("Cancelled, and the waitlist")}>
        <Way
          label={say("Cancelled by customers")}
          n={figures.cancelledByCustomer}
          of={figures.cancelled.part}
          href={at("cancelled_by_customer")}
        />
        <Way
          label={say("Cancelled by the house")}
          n={figures.cancelledByHouse}
          of={figures.cancelled.part}
          href={at("cancelled_by_house")}
        />
        <Way label={say("Joined the waitlist")} n={waitlist.joined} href={brought("waitlist_joined")} />
        <Way label={say("Offered a time")} n={waitlist.offered} href={brought("waitlist_offered")} />
        <Way label={say("Took it")} n={waitlist.taken} of={waitlist.offered} href={brought("waitlist_taken")} />
      </Ways>
    </div>
  );
}

const Ways = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title} className="grid grid-cols-[minmax(0,1fr)] content-start gap-2">
    <h2 className="font-semibold">{title}</h2>
    <ul className="divide-y border-y">{children}</ul>
  </section>
);

const Way = ({ label, n, of, href }: { label: string; n: number; of?: number; href: string }) => (
  <li>
    <Link href={href} className="grid grid-cols-[minmax(0,1fr)_auto_4rem] gap-x-3 py-2 hover:bg-wash">
      <span className="truncate">{label}</span>
      <span className="text-right font-medium tabular-nums">{countWords(n)}</span>
      <span className="text-right text-quiet tabular-nums">{of === undefined ? "" : percentWords(n, of)}</span>
    </Link>
  </li>
);

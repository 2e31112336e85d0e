"use client";

import { DoorOpen, SearchX } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import { formatMoney } from "@/lib/platform/format";
import type { VisitFilters } from "@/lib/visits/input";
import type { VisitItem, VisitPage, VisitTotals } from "@/lib/visits/list-visits";
import { DayGroups } from "../day-groups";
import { ListLoading } from "../list-loading";
import { NotLinked } from "../not-linked";
import { PagedList } from "../paged-list";
import { visitsKey } from "./list-key";
import { VisitRow } from "./visit-row";

/** Day by day, latest first. Each page asks for the next one, as in the list of bookings. */
export function VisitList({ filters }: { filters: VisitFilters }) {
  const { tenant } = useShell();
  const { data, error } = useSWR<VisitPage>(visitsKey(tenant.id, filters), fetchJson, { keepPreviousData: true });
  if (!data) return error ? <Failed /> : <ListLoading rows={8} />;
  if (data.items.length === 0) return <Empty filters={filters} />;
  return (
    <>
      <Totals totals={data.totals} />
      <PagedList<VisitItem> keyOf={(cursor) => visitsKey(tenant.id, filters, cursor)}>
        {(visits) => (
          <DayGroups items={visits} at={({ startedAt }) => startedAt}>
            {(visit) => <VisitRow key={visit.id} visit={visit} timeZone={tenant.timeZone} />}
          </DayGroups>
        )}
      </PagedList>
    </>
  );
}

/** Of everything that the filters leave, whether it has been loaded or not. */
function Totals({ totals }: { totals: VisitTotals }) {
  const say = useSay();
  const { visits, totalMinor, paidMinor, shareMinor, currency } = totals;
  const money = (minor: number) => formatMoney(minor, currency);
  const facts = [
    { term: say("{visits, plural, one {Visit} other {Visits}}", { visits }), value: String(visits) },
    // Whoever serves reads their own part only.
    ...(paidMinor === null
      ? [{ term: say("Your part"), value: money(totalMinor) }]
      : [
          { term: say("Charged"), value: money(totalMinor) },
          { term: say("Paid"), value: money(paidMinor) },
          ...(shareMinor === null ? [] : [{ term: say("Their part"), value: money(shareMinor) }]),
        ]),
  ];
  return (
    <dl aria-label={say("In all")} className="flex flex-wrap gap-x-8 gap-y-2 border-b px-4 py-3 md:px-6 xl:pl-8">
      {facts.map(({ term, value }) => (
        <div key={term} className="flex items-baseline gap-2">
          <dt className="text-quiet">{term}</dt>
          <dd className="font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Empty({ filters }: { filters: VisitFilters }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <div className="px-4 md:px-6 xl:pl-8">
      {tenant.role === "staff" && tenant.staffId === null ? (
        <NotLinked />
      ) : Object.values(filters).some(Boolean) ? (
        <EmptyState
          icon={SearchX}
          title={say("No visit fits these filters")}
          why={say("Choose fewer of them, or other days.")}
        />
      ) : (
        <EmptyState
          icon={DoorOpen}
          title={say("Nobody has been here yet")}
          why={say("A visit is written down by itself when you start or complete a booking.")}
        />
      )}
    </div>
  );
}

function Failed() {
  const say = useSay();
  return (
    <p role="alert" className="px-4 py-8 md:px-6 xl:pl-8">
      {say("The visits could not be loaded. They come back by themselves once the server answers.")}
    </p>
  );
}

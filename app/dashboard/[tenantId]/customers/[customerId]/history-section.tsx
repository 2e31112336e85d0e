"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { ServiceHistory } from "@/lib/customers/service-history";
import { formatDate } from "@/lib/platform/format";
import { historyKey } from "../customer-keys";

/** What they have had done, how often, and by whom. */
export function HistorySection({ customerId }: { customerId: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data } = useSWR<{ services: ServiceHistory }>(historyKey(tenant.id, customerId), fetchJson);
  if (!data || data.services.length === 0) return null;
  return (
    <section aria-labelledby="history" className="grid gap-3 border-t pt-5">
      <h2 id="history" className="font-semibold">
        {say("Service history")}
      </h2>
      <ul aria-label={say("Service history")} className="divide-y border-y">
        {data.services.map(({ serviceId, service, times, last, staffNames }) => (
          <li key={serviceId} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-2">
            <span className="truncate font-medium">{service}</span>
            <span className="text-right tabular-nums">
              {say("{times, plural, one {once} other {# times}}", { times })}
            </span>
            <span className="truncate text-quiet">{staffNames.join(", ")}</span>
            <span className="text-right text-quiet tabular-nums">
              {formatDate(last, tenant.timeZone, say.language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

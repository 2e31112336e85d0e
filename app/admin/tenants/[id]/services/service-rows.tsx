"use client";

import { Scissors } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import { ListLoading } from "@/app/dashboard/[tenantId]/list-loading";
import type { TenantService } from "@/lib/admin/list-tenant-services";
import { formatMoney } from "@/lib/platform/format";
import { minuteWords } from "@/lib/services/rules";
import { rowsKey } from "../../../words";

/** What it sells. */
export function ServiceRows({ id }: { id: string }) {
  const say = useSay();
  const { data } = useSWR<TenantService[]>(rowsKey(id, "services"), fetchJson);
  if (!data) return <ListLoading rows={6} />;
  if (data.length === 0)
    return (
      <div className="px-4 md:px-6 xl:px-8">
        <EmptyState
          icon={Scissors}
          title={say("No services yet")}
          why={say("Until there is one nobody can book here.")}
        />
      </div>
    );
  return (
    <ul aria-label={say("Services")} className="border-b">
      {data.map(({ id: key, name, category, durationMinutes, priceMinor, currency, offered }) => (
        <li
          key={key}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 border-t px-4 py-2 first:border-t-0 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_8rem_8rem] md:px-6 xl:px-8"
        >
          <span className="min-w-0 truncate font-medium">
            {name}
            {offered ? null : <span className="font-normal text-quiet"> {say("not offered")}</span>}
          </span>
          <span className="text-right text-quiet md:text-left">{category}</span>
          <span className="text-quiet tabular-nums">{minuteWords(durationMinutes, say.language)}</span>
          <span className="text-right tabular-nums">{formatMoney(priceMinor, currency)}</span>
        </li>
      ))}
    </ul>
  );
}

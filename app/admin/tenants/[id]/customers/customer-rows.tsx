"use client";

import { ContactRound } from "lucide-react";
import { useSay } from "@/app/_words/use-say";
import type { TenantCustomer } from "@/lib/admin/list-tenant-customers";
import { formatMoment, rowsKey } from "../../../words";
import { Rows } from "../rows";

/** Whom it serves, newest first. */
export function CustomerRows({ id }: { id: string }) {
  const say = useSay();
  return (
    <Rows<TenantCustomer>
      label={say("Customers")}
      keyOf={(cursor) => rowsKey(id, "customers", cursor)}
      none={{ icon: ContactRound, title: say("No customers yet"), why: say("Whoever books there will stand here.") }}
    >
      {({ id: key, name, phone, since, visits, lastVisitAt }) => (
        <li
          key={key}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 border-t px-4 py-2 first:border-t-0 md:grid-cols-[minmax(0,1fr)_9rem_12rem_14rem] md:px-6 xl:px-8"
        >
          <span className="min-w-0 truncate font-medium">{name}</span>
          <span className="tabular-nums text-quiet">{phone ?? say("no phone")}</span>
          <span className="text-quiet tabular-nums">
            {say("since {when}", { when: formatMoment(since, say.language) })}
          </span>
          <span className="text-right tabular-nums">
            {visits === 0 || !lastVisitAt
              ? say("No visit")
              : say("{visits} visits, last {when}", { visits, when: formatMoment(lastVisitAt, say.language) })}
          </span>
        </li>
      )}
    </Rows>
  );
}

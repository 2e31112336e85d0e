"use client";

import { ContactRound, SearchX } from "lucide-react";
import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useShell } from "@/app/_components/shell/shell-context";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { CustomerItem, CustomerPage } from "@/lib/customers/list-customers";
import type { CustomerFilters } from "@/lib/customers/segment-input";
import { ListLoading } from "../list-loading";
import { NotLinked } from "../not-linked";
import { PagedList } from "../paged-list";
import { customersKey } from "./customer-keys";
import { CustomerRow } from "./customer-row";
import { ExportButton } from "./export-button";

/** By name, page by page. Each page asks for the next one. */
export function CustomerList({ filters }: { filters: CustomerFilters }) {
  const say = useSay();
  const { tenant } = useShell();
  const { data, error } = useSWR<CustomerPage>(customersKey(tenant.id, filters), fetchJson, { keepPreviousData: true });
  if (!data && error)
    return (
      <p role="alert" className="px-4 py-8 md:px-6 xl:pl-8">
        {say("The customers could not be loaded. They come back by themselves once the server answers.")}
      </p>
    );
  if (!data) return <ListLoading rows={8} />;
  if (data.items.length === 0) return <Nobody filters={filters} />;
  const { total } = data;
  return (
    <>
      <div className="flex min-h-12 items-center justify-between gap-4 border-b px-4 py-2 md:px-6 xl:pl-8">
        <p className="tabular-nums">{say("{total, plural, one {# customer} other {# customers}}", { total })}</p>
        {tenant.may.includes("customers.export") ? <ExportButton filters={filters} /> : null}
      </div>
      <PagedList<CustomerItem> keyOf={(cursor) => customersKey(tenant.id, filters, cursor)}>
        {(customers, cursor) => (
          <ul aria-label={cursor ? say("More customers") : say("Customers")}>
            {customers.map((customer) => (
              <CustomerRow key={customer.id} customer={customer} />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}

function Nobody({ filters }: { filters: CustomerFilters }) {
  const say = useSay();
  const { tenant } = useShell();
  const own = tenant.role === "staff";
  return (
    <div className="px-4 md:px-6 xl:pl-8">
      {own && tenant.staffId === null ? (
        <NotLinked />
      ) : Object.values(filters).some(Boolean) ? (
        <EmptyState
          icon={SearchX}
          title={say("Nobody fits")}
          why={say("Choose fewer of these filters, or type less of the name.")}
        />
      ) : (
        <EmptyState
          icon={ContactRound}
          title={say("Nobody is known here yet")}
          why={
            own
              ? say("Whom you serve stands here for half a year, with what you should know of them.")
              : say("Whoever books stands here by themself. You can also add somebody by hand.")
          }
        />
      )}
    </div>
  );
}

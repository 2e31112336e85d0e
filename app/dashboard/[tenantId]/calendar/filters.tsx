"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { filterControl } from "@/app/_components/forms/filter-bar";
import { Button } from "@/app/_components/ui/button";
import { everything, type Filter, isFiltering, statusGroups } from "./filter";

export type NamedService = { id: string; name: string; category: string };

type Props = {
  filter: Filter;
  services: readonly NamedService[];
  count: { on: number; all: number };
  hrefOf(to: Filter): string;
};

const inCategory = "category:";

/** What is looked for on the calendar: it stands in the address, so that it survives a reload and can be sent on. */
export function Filters({ filter, services, count, hrefOf }: Props) {
  const router = useRouter();
  const go = (to: Partial<Filter>) => router.replace(hrefOf({ ...filter, ...to }), { scroll: false });
  const categories = [...new Set(services.map(({ category }) => category))];
  const what = filter.service || (filter.category && inCategory + filter.category);
  const isKnown = services.some(({ id, category }) => id === filter.service || category === filter.category);
  return (
    <section
      aria-label="Filters"
      className="grid grid-cols-2 items-center gap-2 border-b bg-surface px-4 py-1.5 md:flex md:h-12 md:px-6 xl:pl-8 print:hidden"
    >
      <select
        aria-label="Status"
        value={filter.status}
        onChange={(event) => go({ status: event.target.value as Filter["status"] })}
        className={`${filterControl} md:w-40`}
      >
        <option value="">Every status</option>
        {Object.entries(statusGroups).map(([status, { label }]) => (
          <option key={status} value={status}>
            {label}
          </option>
        ))}
      </select>
      <select
        aria-label="Service"
        value={what}
        onChange={({ target: { value } }) =>
          go(
            value.startsWith(inCategory)
              ? { service: "", category: value.slice(inCategory.length) }
              : { service: value, category: "" },
          )
        }
        className={`${filterControl} md:w-56`}
      >
        <option value="">Every service</option>
        {what && !isKnown ? <option value={what}>{filter.category || "No longer offered"}</option> : null}
        {categories.map((category) => (
          <optgroup key={category} label={category}>
            <option value={inCategory + category}>All of {category}</option>
            {services
              .filter((service) => service.category === category)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <p role="status" className="text-quiet tabular-nums">
        {isFiltering(filter) ? `${count.on} of ${count.all} shown` : `${count.all} shown`}
      </p>
      {isFiltering(filter) ? (
        <Button asChild kind="bare" className="justify-self-end md:justify-self-auto">
          <Link href={hrefOf(everything)} replace scroll={false}>
            <X aria-hidden />
            Clear
          </Link>
        </Button>
      ) : null}
    </section>
  );
}

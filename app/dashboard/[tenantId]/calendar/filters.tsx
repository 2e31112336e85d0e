"use client";

import { X } from "lucide-react";
import { filterControl } from "@/app/_components/forms/filter-bar";
import { Button } from "@/app/_components/ui/button";
import { useSay } from "@/app/_words/use-say";
import { everything, type Filter, isFiltering, statusGroups } from "./filter";

export type NamedService = { id: string; name: string; category: string };

type Props = {
  filter: Filter;
  services: readonly NamedService[];
  count: { on: number; all: number };
};

/** Looks for something else on the days that are shown; the server need not be asked for that. */
export function lookFor(to: Partial<Filter>): void {
  // As the address is by now: two changes may come faster than one is drawn.
  const query = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(to)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  window.history.replaceState(null, "", `?${query}`);
}

const inCategory = "category:";

/** What is looked for on the calendar: it stands in the address, so that it survives a reload and can be sent on. */
export function Filters({ filter, services, count }: Props) {
  const say = useSay();
  const categories = [...new Set(services.map(({ category }) => category))];
  const what = filter.service || (filter.category && inCategory + filter.category);
  const isKnown = services.some(({ id, category }) => id === filter.service || category === filter.category);
  return (
    <section
      aria-label={say("Filters")}
      className="grid grid-cols-2 items-center gap-2 border-b bg-surface px-4 py-1.5 md:flex md:h-12 md:px-6 xl:pl-8 print:hidden"
    >
      <select
        aria-label={say("Status")}
        value={filter.status}
        onChange={(event) => lookFor({ status: event.target.value as Filter["status"] })}
        className={`${filterControl} md:w-40`}
      >
        <option value="">{say("Every status")}</option>
        {Object.entries(statusGroups).map(([status, { label }]) => (
          <option key={status} value={status}>
            {say(label)}
          </option>
        ))}
      </select>
      <select
        aria-label={say("Service")}
        value={what}
        onChange={({ target: { value } }) =>
          lookFor(
            value.startsWith(inCategory)
              ? { service: "", category: value.slice(inCategory.length) }
              : { service: value, category: "" },
          )
        }
        className={`${filterControl} md:w-56`}
      >
        <option value="">{say("Every service")}</option>
        {what && !isKnown ? <option value={what}>{filter.category || say("No longer offered")}</option> : null}
        {categories.map((category) => (
          <optgroup key={category} label={category}>
            <option value={inCategory + category}>{say("All of {category}", { category })}</option>
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
        {isFiltering(filter)
          ? say("{on} of {all} shown", { on: count.on, all: count.all })
          : say("{all} shown", { all: count.all })}
      </p>
      {isFiltering(filter) ? (
        <Button kind="bare" className="justify-self-end md:justify-self-auto" onClick={() => lookFor(everything)}>
          <X aria-hidden />
          {say("Clear")}
        </Button>
      ) : null}
    </section>
  );
}

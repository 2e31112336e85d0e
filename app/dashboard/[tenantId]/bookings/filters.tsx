import Link from "next/link";
import { Button } from "@/app/_components/ui/button";
import type { BookingFilters } from "@/lib/bookings/input";
import type { BookingChoices } from "@/lib/bookings/list-bookings";
import { statuses } from "@/lib/bookings/rules";
import { queryOf } from "./list-key";

const control =
  "h-9 w-full min-w-0 rounded-control border border-edge bg-surface px-2 text-ink transition-colors hover:bg-wash";

const statusWords: Record<(typeof statuses)[number], string> = {
  requested: "Requested",
  confirmed: "Confirmed",
  arrived: "Arrived",
  in_service: "In service",
  completed: "Completed",
  no_show: "No-show",
  cancelled: "Cancelled",
  rejected: "Rejected",
  expired: "Expired",
};

/** An ordinary form that leads to another address: it works before any script does, and the address can be sent on. */
export function Filters({ filters, choices }: { filters: BookingFilters; choices: BookingChoices }) {
  const { view, ...asked } = filters;
  const narrowed = Object.values(asked).filter(Boolean).length;
  return (
    // Folded away on a phone, where the list is what one came for; open when it narrows.
    <details open={narrowed > 0} className="group border-b md:open:border-b">
      <summary className="flex h-11 cursor-pointer list-none items-center gap-2 px-4 font-medium md:px-6 xl:pl-8 [&::-webkit-details-marker]:hidden">
        <span aria-hidden className="text-quiet transition-transform group-open:rotate-90">
          ›
        </span>
        Filter
        {narrowed > 0 ? <span className="text-quiet">({narrowed})</span> : null}
      </summary>
      <form
        aria-label="Filter"
        className="grid grid-cols-2 items-end gap-x-3 gap-y-2 px-4 pb-3 md:flex md:flex-wrap md:px-6 xl:pl-8"
      >
        {view === "upcoming" ? null : <input type="hidden" name="view" value={view} />}
        <label className="col-span-2 grid min-w-0 gap-1 md:w-52">
          <span className="text-quiet">Customer</span>
          <input
            key={asked.customer}
            name="customer"
            defaultValue={asked.customer ?? ""}
            placeholder="Name, phone or reference"
            className={control}
          />
        </label>
        <Select name="staff" label="With" all="Everybody" value={asked.staff} choices={choices.staff} />
        <Select name="service" label="Service" all="Every service" value={asked.service} choices={choices.services} />
        {view === "requests" ? null : (
          <Select
            name="status"
            label="Status"
            all="Every status"
            value={asked.status}
            choices={statuses.map((status) => ({ id: status, name: statusWords[status] }))}
          />
        )}
        <Day name="from" label="From" value={asked.from} />
        <Day name="to" label="To" value={asked.to} />
        <div className="flex gap-2">
          <Button type="submit" className="h-9">
            Show
          </Button>
          {narrowed > 0 ? (
            <Button asChild kind="bare" className="h-9">
              <Link href={`?${queryOf({ view })}`}>Clear</Link>
            </Button>
          ) : null}
        </div>
      </form>
    </details>
  );
}

type Choice = { id: string; name: string };

function Select(props: { name: string; label: string; all: string; value: string | undefined; choices: Choice[] }) {
  const { name, label, all, value = "", choices } = props;
  return (
    <label className="grid min-w-0 gap-1 md:w-40">
      <span className="text-quiet">{label}</span>
      {/* A new key, so that Clear shows what it cleared. */}
      <select key={value} name={name} defaultValue={value} className={control}>
        <option value="">{all}</option>
        {choices.map(({ id, name: words }) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

function Day({ name, label, value = "" }: { name: string; label: string; value: string | undefined }) {
  return (
    <label className="grid min-w-0 gap-1 md:w-36">
      <span className="text-quiet">{label}</span>
      <input key={value} type="date" name={name} defaultValue={value} className={control} />
    </label>
  );
}

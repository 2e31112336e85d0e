import { FilterBar, FilterDay, FilterSelect, filterControl } from "@/app/_components/forms/filter-bar";
import { useSay } from "@/app/_words/use-say";
import type { BookingFilters } from "@/lib/bookings/input";
import type { BookingChoices } from "@/lib/bookings/list-bookings";
import { bookingGroups, statuses } from "@/lib/bookings/rules";
import { queryOf } from "./list-key";
import { groupWords, statusWords } from "./status-words";

export function Filters({ filters, choices }: { filters: BookingFilters; choices: BookingChoices }) {
  const say = useSay();
  // Which bookings is said by the tabs.
  const { view, deposit, ...asked } = filters;
  return (
    <FilterBar chosen={Object.values(asked).filter(Boolean).length} all={`?${queryOf({ view, deposit })}`}>
      {view === "upcoming" ? null : <input type="hidden" name="view" value={view} />}
      {deposit ? <input type="hidden" name="deposit" value={deposit} /> : null}
      <label className="col-span-2 grid min-w-0 gap-1 md:w-52">
        <span className="text-quiet">{say("Customer")}</span>
        <input
          key={asked.customer}
          name="customer"
          defaultValue={asked.customer ?? ""}
          placeholder={say("Name, phone or reference")}
          className={filterControl}
        />
      </label>
      <OneOf name="staff" label={say("With")} all={say("Everybody")} value={asked.staff} named={choices.staff} />
      <OneOf
        name="service"
        label={say("Service")}
        all={say("Every service")}
        value={asked.service}
        named={choices.services}
      />
      {view === "requests" || deposit ? null : (
        <FilterSelect
          name="status"
          label={say("Status")}
          all={say("Every status")}
          value={asked.status}
          choices={[
            ...bookingGroups.map((group) => ({ value: group, label: say(groupWords[group]) })),
            ...statuses.map((status) => ({ value: status, label: say(statusWords[status]) })),
          ]}
        />
      )}
      <FilterDay name="from" label={say("From")} value={asked.from} />
      <FilterDay name="to" label={say("To")} value={asked.to} />
    </FilterBar>
  );
}

type One = { name: string; label: string; all: string; value: string | undefined; named: BookingChoices["staff"] };

/** Nothing to choose for whoever sees their own bookings only. */
function OneOf({ named, ...one }: One) {
  if (named.length === 0) return null;
  return <FilterSelect {...one} choices={named.map(({ id, name }) => ({ value: id, label: name }))} />;
}

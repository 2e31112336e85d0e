import { FilterBar, FilterDay, FilterSelect, filterControl } from "@/app/_components/forms/filter-bar";
import { useSay } from "@/app/_words/use-say";
import type { VisitFilters } from "@/lib/visits/input";

type Props = { filters: VisitFilters; staff: { id: string; name: string }[] };

export function Filters({ filters, staff }: Props) {
  const say = useSay();
  return (
    <FilterBar chosen={Object.values(filters).filter(Boolean).length} all="?">
      <label className="col-span-2 grid min-w-0 gap-1 md:w-52">
        <span className="text-quiet">{say("Customer")}</span>
        <input
          key={filters.customer}
          name="customer"
          defaultValue={filters.customer ?? ""}
          placeholder={say("Name or phone")}
          className={filterControl}
        />
      </label>
      {/* Nothing to choose for whoever sees their own work only. */}
      {staff.length > 0 ? (
        <FilterSelect
          name="staff"
          label={say("Done by")}
          all={say("Everybody")}
          value={filters.staff}
          choices={staff.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <FilterDay name="from" label={say("From")} value={filters.from} />
      <FilterDay name="to" label={say("To")} value={filters.to} />
    </FilterBar>
  );
}

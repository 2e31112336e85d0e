import { FilterBar, FilterDay, FilterSelect, filterControl } from "@/app/_components/forms/filter-bar";
import type { VisitFilters } from "@/lib/visits/input";

type Props = { filters: VisitFilters; staff: { id: string; name: string }[] };

export function Filters({ filters, staff }: Props) {
  return (
    <FilterBar chosen={Object.values(filters).filter(Boolean).length} all="?">
      <label className="col-span-2 grid min-w-0 gap-1 md:w-52">
        <span className="text-quiet">Customer</span>
        <input
          key={filters.customer}
          name="customer"
          defaultValue={filters.customer ?? ""}
          placeholder="Name or phone"
          className={filterControl}
        />
      </label>
      {/* Nothing to choose for whoever sees their own work only. */}
      {staff.length > 0 ? (
        <FilterSelect
          name="staff"
          label="Done by"
          all="Everybody"
          value={filters.staff}
          choices={staff.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <FilterDay name="from" label="From" value={filters.from} />
      <FilterDay name="to" label="To" value={filters.to} />
    </FilterBar>
  );
}

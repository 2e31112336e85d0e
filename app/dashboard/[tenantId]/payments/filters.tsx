import { FilterBar, FilterDay, FilterSelect, filterControl } from "@/app/_components/forms/filter-bar";
import type { PaymentFilters } from "@/lib/payments/input";
import { methodWords } from "../method-words";

const methods = ["prompt", "code", "cash", "card", "other"] as const;

const states = [
  { value: "paid", label: "Paid" },
  { value: "open", label: "Open" },
  { value: "failed", label: "Not paid" },
  { value: "review", label: "Look at it" },
];

const such = [
  { value: "unverified", label: "Not verified" },
  { value: "late", label: "Paid late" },
  { value: "doubtful", label: "Doubtful" },
];

export function Filters({ filters }: { filters: PaymentFilters }) {
  return (
    <FilterBar chosen={Object.values(filters).filter(Boolean).length} all="?">
      <label className="col-span-2 grid min-w-0 gap-1 md:w-52">
        <span className="text-quiet">Search</span>
        <input
          key={filters.text}
          name="text"
          defaultValue={filters.text ?? ""}
          placeholder="Name, phone or M-Pesa code"
          className={filterControl}
        />
      </label>
      <FilterSelect name="status" label="State" all="Any state" value={filters.status} choices={states} />
      <FilterSelect
        name="method"
        label="Paid by"
        all="Any way"
        value={filters.method}
        choices={methods.map((value) => ({ value, label: methodWords[value] }))}
      />
      <FilterSelect name="only" label="Only" all="All of them" value={filters.only} choices={such} />
      <FilterDay name="from" label="From" value={filters.from} />
      <FilterDay name="to" label="To" value={filters.to} />
    </FilterBar>
  );
}

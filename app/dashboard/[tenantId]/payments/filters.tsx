import { FilterBar, FilterDay, FilterSelect, filterControl } from "@/app/_components/forms/filter-bar";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import type { PaymentFilters } from "@/lib/payments/input";
import { methodWords } from "../method-words";

const methods = ["prompt", "code", "cash", "card", "other"] as const;

/** `of`: of what it is said; by itself the one word is what a button does. */
const states = [
  { value: "paid", label: phrase("Paid") },
  { value: "open", label: phrase("{of, select, other {Open}}") },
  { value: "failed", label: phrase("Not paid") },
  { value: "review", label: phrase("Look at it") },
];

const such = [
  { value: "unverified", label: phrase("Not verified") },
  { value: "late", label: phrase("Paid late") },
  { value: "doubtful", label: phrase("Doubtful") },
];

export function Filters({ filters }: { filters: PaymentFilters }) {
  const say = useSay();
  return (
    <FilterBar chosen={Object.values(filters).filter(Boolean).length} all="?">
      <label className="col-span-2 grid min-w-0 gap-1 md:w-52">
        <span className="text-quiet">{say("Search")}</span>
        <input
          key={filters.text}
          name="text"
          defaultValue={filters.text ?? ""}
          placeholder={say("Name, phone or M-Pesa code")}
          className={filterControl}
        />
      </label>
      <FilterSelect
        name="status"
        label={say("State")}
        all={say("Any state")}
        value={filters.status}
        choices={states.map(({ value, label }) => ({ value, label: say(label, { of: "payments" }) }))}
      />
      <FilterSelect
        name="method"
        label={say("Paid by")}
        all={say("Any way")}
        value={filters.method}
        choices={methods.map((value) => ({ value, label: say(methodWords[value]) }))}
      />
      <FilterSelect
        name="only"
        label={say("Only")}
        all={say("All of them")}
        value={filters.only}
        choices={such.map(({ value, label }) => ({ value, label: say(label) }))}
      />
      <FilterDay name="from" label={say("From")} value={filters.from} />
      <FilterDay name="to" label={say("To")} value={filters.to} />
    </FilterBar>
  );
}

import Link from "next/link";
import { FilterBar, FilterSelect } from "@/app/_components/forms/filter-bar";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import { timeOffSearch } from "./time-off-key";

type Props = { view: "coming" | "past"; staff: string | undefined; people: readonly { id: string; name: string }[] };

const tabs = [
  { view: "coming", label: phrase("To come") },
  { view: "past", label: phrase("Past") },
] as const;

export function TimeOffFilters({ view, staff, people }: Props) {
  const say = useSay();
  return (
    <>
      <nav aria-label={say("Which time off")} className="flex gap-5 border-b px-4 md:px-6 xl:pl-8">
        {tabs.map((tab) => (
          <Link
            key={tab.view}
            href={timeOffSearch({ view: tab.view, ...(staff ? { staff } : {}) }) || "?"}
            scroll={false}
            aria-current={tab.view === view ? "page" : undefined}
            className="-mb-px flex h-11 items-center border-b-2 border-transparent font-medium text-quiet hover:text-ink aria-[current=page]:border-ink aria-[current=page]:text-ink"
          >
            {say(tab.label)}
          </Link>
        ))}
      </nav>
      {people.length > 1 ? (
        <FilterBar chosen={staff ? 1 : 0} all={timeOffSearch({ view }) || "?"}>
          {view === "past" ? <input type="hidden" name="view" value={view} /> : null}
          <FilterSelect
            name="staff"
            label={say("Who")}
            all={say("Everybody")}
            value={staff}
            choices={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FilterBar>
      ) : null}
    </>
  );
}

import { FilterBar, FilterSelect, filterControl } from "@/app/_components/forms/filter-bar";
import { useSay } from "@/app/_words/use-say";
import type { FileChoices } from "@/lib/customers/file-choices";
import { statuses } from "@/lib/customers/rules";
import type { CustomerFilters } from "@/lib/customers/segment-input";
import { builtIn } from "@/lib/customers/segment-rules";

type Props = { filters: CustomerFilters; choices: FileChoices; mayCall: boolean };

export function Filters({ filters, choices: { tags, segments }, mayCall }: Props) {
  const say = useSay();
  return (
    <FilterBar chosen={Object.values(filters).filter(Boolean).length} all="?">
      <label className="col-span-2 grid min-w-0 gap-1 md:w-52">
        <span className="text-quiet">{say("Find")}</span>
        <input
          key={filters.search}
          type="search"
          name="search"
          defaultValue={filters.search ?? ""}
          placeholder={mayCall ? say("Name, phone or tag") : say("Name or tag")}
          minLength={2}
          maxLength={80}
          className={filterControl}
        />
      </label>
      <FilterSelect
        name="segment"
        label={say("Group")}
        all={say("Everybody")}
        value={filters.segment}
        choices={[
          ...builtIn.map(({ value, label }) => ({ value, label: say.known(label) })),
          ...segments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <FilterSelect
        name="status"
        label={say("Status")}
        all={say("Any")}
        value={filters.status}
        choices={statuses.map(({ value, label }) => ({ value, label: say.known(label) }))}
      />
      {tags.length > 0 ? (
        <FilterSelect
          name="tag"
          label={say("Tag")}
          all={say("Any")}
          value={filters.tag}
          choices={tags.map((tag) => ({ value: tag, label: tag }))}
        />
      ) : null}
      <FilterSelect
        name="archived"
        label={say("Shown")}
        all={say("Those who are there")}
        value={filters.archived}
        choices={[{ value: "yes", label: say("Those put away") }]}
      />
    </FilterBar>
  );
}

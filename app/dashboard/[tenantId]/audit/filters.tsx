import { FilterBar, FilterDay, FilterSelect } from "@/app/_components/forms/filter-bar";
import { useSay } from "@/app/_words/use-say";
import type { AuditFilters } from "@/lib/auth/audit-query";
import type { AuditChoices } from "@/lib/auth/list-audit";
import { deedChoice, entityWords } from "./words";

export function Filters({ choices, filters }: { choices: AuditChoices; filters: AuditFilters }) {
  const say = useSay();
  return (
    <FilterBar chosen={Object.values(filters).filter(Boolean).length} all="?">
      <FilterSelect
        name="member"
        label={say("Who")}
        all={say("Everybody")}
        value={filters.member}
        choices={choices.people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FilterSelect
        name="action"
        label={say("What")}
        all={say("Everything")}
        value={filters.action}
        choices={choices.actions.map((action) => ({ value: action, label: deedChoice(say, action) }))}
      />
      <FilterSelect
        name="entity"
        label={say("About")}
        all={say("Anything")}
        value={filters.entity}
        choices={choices.entities.map((entity) => ({ value: entity, label: entityWords(say, entity) }))}
      />
      <FilterDay name="from" label={say("From")} value={filters.from} />
      <FilterDay name="to" label={say("To")} value={filters.to} />
    </FilterBar>
  );
}

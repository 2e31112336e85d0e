import { ChevronDown, SlidersHorizontal } from "lucide-react";
import Link from "next/link";
import { Button } from "@/app/_components/ui/button";
import type { AuditFilters } from "@/lib/auth/audit-query";
import type { AuditChoices } from "@/lib/auth/list-audit";
import { deedChoice, entityWords } from "./words";

type Choice = { value: string; label: string };
type Props = { choices: AuditChoices; filters: AuditFilters; narrowed: boolean };

const control =
  "h-9 w-full min-w-0 rounded-control border border-edge bg-surface px-2 text-ink transition-colors hover:bg-wash";

/** An ordinary form that leads to another address: it works before any script does. */
export function Filters(props: Props) {
  const { filters, narrowed } = props;
  const chosen = Object.values(filters).filter(Boolean).length;
  return (
    <>
      {/* On phones one line, unfolded by a tick: that, too, works before any script does. */}
      <label className="flex h-11 items-center gap-2 border-b px-4 font-medium has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent md:hidden">
        <input type="checkbox" className="peer sr-only" />
        <SlidersHorizontal aria-hidden className="size-4 text-quiet" />
        {narrowed ? `Filters: ${chosen} chosen` : "Filters"}
        <ChevronDown aria-hidden className="ml-auto size-4 text-quiet peer-checked:rotate-180" />
      </label>
      <FilterForm {...props} />
    </>
  );
}

function FilterForm({ choices, filters, narrowed }: Props) {
  return (
    <form
      className="hidden grid-cols-2 items-end gap-x-3 gap-y-2 border-b px-4 py-3 in-[:has(>label>input:checked)]:grid md:flex md:flex-wrap md:px-6 xl:pl-8"
      aria-label="Filter"
    >
      <Select
        name="member"
        label="Who"
        all="Everybody"
        value={filters.member}
        choices={choices.people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="action"
        label="What"
        all="Everything"
        value={filters.action}
        choices={choices.actions.map((action) => ({ value: action, label: deedChoice(action) }))}
      />
      <Select
        name="entity"
        label="About"
        all="Anything"
        value={filters.entity}
        choices={choices.entities.map((entity) => ({ value: entity, label: entityWords(entity) }))}
      />
      <Day name="from" label="From" value={filters.from} />
      <Day name="to" label="To" value={filters.to} />
      <div className="flex gap-2">
        <Button type="submit" className="h-9">
          Show
        </Button>
        {narrowed ? (
          <Button asChild kind="bare" className="h-9">
            <Link href="?">Clear</Link>
          </Button>
        ) : null}
      </div>
    </form>
  );
}

function Select(props: { name: string; label: string; all: string; value: string | undefined; choices: Choice[] }) {
  const { name, label, all, value = "", choices } = props;
  // What is asked for stays chosen, also when nothing in the log has it.
  const shown =
    value && !choices.some((choice) => choice.value === value) ? [...choices, { value, label: value }] : choices;
  return (
    <label className="grid min-w-0 gap-1 md:w-44">
      <span className="text-quiet">{label}</span>
      {/* A new key, so that Clear shows what it cleared. */}
      <select key={value} name={name} defaultValue={value} className={control}>
        <option value="">{all}</option>
        {shown.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
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

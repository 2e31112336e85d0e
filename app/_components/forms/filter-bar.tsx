import { ChevronDown, SlidersHorizontal } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useSay } from "@/app/_words/use-say";
import { Button } from "../ui/button";

export const filterControl =
  "h-9 w-full min-w-0 rounded-control border border-edge bg-surface px-2 text-ink transition-colors hover:bg-wash";

type Bar = { chosen: number /** The address that asks for everything. */; all: string; children: ReactNode };

/** An ordinary form that leads to another address: it works before any script does, and the address can be sent on. */
export function FilterBar({ chosen, all, children }: Bar) {
  const say = useSay();
  return (
    <>
      {/* On phones one line, unfolded by a tick: that, too, works before any script does. */}
      <label className="flex h-11 items-center gap-2 border-b px-4 font-medium has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent md:hidden print:hidden">
        <input type="checkbox" className="peer sr-only" />
        <SlidersHorizontal aria-hidden className="size-4 text-quiet" />
        {chosen > 0 ? say("Filters: {chosen} chosen", { chosen }) : say("Filters")}
        <ChevronDown aria-hidden className="ml-auto size-4 text-quiet peer-checked:rotate-180" />
      </label>
      <form
        className="hidden grid-cols-2 items-end gap-x-3 gap-y-2 border-b px-4 py-3 in-[:has(>label>input:checked)]:grid md:flex md:flex-wrap md:px-6 xl:pl-8 print:hidden!"
        aria-label={say("Filter")}
      >
        {children}
        <div className="flex gap-2">
          <Button type="submit" className="h-9">
            {say("Show")}
          </Button>
          {chosen > 0 ? (
            <Button asChild kind="bare" className="h-9">
              <Link href={all}>{say("Clear")}</Link>
            </Button>
          ) : null}
        </div>
      </form>
    </>
  );
}

type Named<V> = { name: string; label: string; value: V | undefined };
type Choice = { value: string; label: string };

export function FilterSelect(props: Named<string> & { all: string; choices: readonly Choice[] }) {
  const { name, label, all, value = "", choices } = props;
  // What is asked for stays chosen, also when nothing in the list has it.
  const shown =
    value && !choices.some((choice) => choice.value === value) ? [...choices, { value, label: value }] : choices;
  return (
    <label className="grid min-w-0 gap-1 md:w-44">
      <span className="text-quiet">{label}</span>
      {/* A new key, so that Clear shows what it cleared. */}
      <select key={value} name={name} defaultValue={value} className={filterControl}>
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

export function FilterDay({ name, label, value = "" }: Named<string>) {
  return (
    <label className="grid min-w-0 gap-1 md:w-36">
      <span className="text-quiet">{label}</span>
      <input key={value} type="date" name={name} defaultValue={value} className={filterControl} />
    </label>
  );
}

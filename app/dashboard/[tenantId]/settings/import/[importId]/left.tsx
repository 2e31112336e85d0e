"use client";

import Link from "next/link";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { useSay } from "@/app/_words/use-say";
import type { ImportKind } from "@/db/schema/imports";
import type { ImportFacts } from "@/lib/imports/get-import";
import { kindWords } from "@/lib/imports/rules";
import { formatDayTime } from "@/lib/platform/format";

/** Where each of them is, below the business's address. */
const placeOf: Record<ImportKind, (id: string) => string> = {
  customers: (id) => `customers/${id}/privacy`,
  services: (id) => `services?service=${id}`,
  staff: (id) => `staff/${id}`,
  bookings: (id) => `bookings?booking=${id}`,
};

/** What an undo has left as it is. */
export function Left({ facts: { kind, stays } }: { facts: ImportFacts }) {
  const say = useSay();
  const { tenant } = useShell();
  return (
    <Section title={say("They stay")} about={say.known(kindWords[kind].stays)}>
      <ul className="divide-y border-y">
        {stays.map(({ id, name, at }) => (
          <li key={id}>
            <Link
              href={`/dashboard/${tenant.id}/${placeOf[kind](id)}`}
              className="flex min-h-11 flex-wrap items-center gap-x-3 break-words -outline-offset-2 hover:bg-wash"
            >
              {name}
              {at ? <span className="text-quiet">{formatDayTime(at, tenant.timeZone, say.language)}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

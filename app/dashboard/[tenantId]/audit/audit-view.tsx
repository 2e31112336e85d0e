import { ScrollText } from "lucide-react";
import Link from "next/link";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";
import type { AuditFilters } from "@/lib/auth/audit-query";
import { EntryList } from "./entry-list";
import { Filters } from "./filters";
import type { readAudit } from "./read-audit";

type Props = {
  read: Awaited<ReturnType<typeof readAudit>>;
  timeZone: string;
  /** What will be here, while nothing is. */
  about: string;
};

/** A log with its filters and pages; both are in the address, so that any view of it can be sent to a colleague. */
export function AuditView({ read: { page, choices, cursor, filters, readable }, timeZone, about }: Props) {
  const say = useSay();
  const narrowed = Object.values(filters).some(Boolean);
  return (
    <>
      <Filters choices={choices} filters={filters} />
      {readable ? null : (
        <p role="alert" className="px-4 py-3 text-danger md:px-6 xl:pl-8">
          {say("These filters could not be read, so everything is shown.")}
        </p>
      )}
      {page.items.length === 0 ? (
        <Empty narrowed={narrowed} about={about} />
      ) : (
        <EntryList entries={page.items} timeZone={timeZone} />
      )}
      <nav aria-label={say("Pages of the log")} className="flex gap-2 px-4 pt-4 empty:hidden md:px-6 xl:pl-8">
        {cursor ? (
          <Button asChild>
            <Link href={`?${queryOf(filters)}`}>{say("Newest")}</Link>
          </Button>
        ) : null}
        {page.nextCursor ? (
          <Button asChild>
            <Link href={`?${queryOf({ ...filters, cursor: page.nextCursor })}`}>{say("Older")}</Link>
          </Button>
        ) : null}
      </nav>
    </>
  );
}

function queryOf(given: AuditFilters & { cursor?: string }): string {
  const present = Object.entries(given).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return new URLSearchParams(present).toString();
}

function Empty({ narrowed, about }: { narrowed: boolean; about: string }) {
  const say = useSay();
  return (
    <div className="px-4 md:px-6 xl:pl-8">
      <EmptyState
        icon={ScrollText}
        title={narrowed ? say("Nothing fits these filters") : say("Nothing was changed yet")}
        why={narrowed ? say("Choose fewer of them, or other days.") : about}
        action={
          narrowed ? (
            <Button asChild>
              <Link href="?">{say("Clear filters")}</Link>
            </Button>
          ) : null
        }
      />
    </div>
  );
}

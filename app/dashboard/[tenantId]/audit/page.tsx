import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { requireMember } from "@/app/_server/visitor";
import { type AuditFilters, auditQuery } from "@/lib/auth/audit-query";
import { auditChoices, isAuditEntry, listAudit } from "@/lib/auth/list-audit";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { EntryList } from "./entry-list";
import { ExportButton } from "./export-button";
import { Filters } from "./filters";

export const metadata: Metadata = { title: "Audit log" };

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Filters and pages are in the address, so that any view of the log can be sent to another owner. */
export default async function AuditPage({ params, searchParams }: Props) {
  const { tenantId } = await params;
  const { actor, membership } = await requireMember(tenantId, "audit.see");
  const asked = auditQuery.safeParse(await searchParams);
  const { cursor: wanted, limit, ...filters } = asked.success ? asked.data : auditQuery.parse({});
  const [tenant, { page, choices, cursor }] = await Promise.all([
    findTenant(membership.slug),
    readTenant(tenantId, actor, async (scope) => {
      const cursor = wanted && (await isAuditEntry(scope, wanted)) ? wanted : undefined;
      const [page, choices] = await Promise.all([listAudit(scope, filters, { limit, cursor }), auditChoices(scope)]);
      return { page, choices, cursor };
    }),
  ]);
  const narrowed = Object.values(filters).some(Boolean);
  return (
    <>
      <PageHeader title="Audit log" about="Who changed what" action={<ExportButton filters={filters} />} />
      <PageBody className="pb-8">
        <Filters choices={choices} filters={filters} narrowed={narrowed} />
        {asked.success ? null : (
          <p role="alert" className="px-4 py-3 text-danger md:px-6 xl:pl-8">
            These filters could not be read, so everything is shown.
          </p>
        )}
        {page.items.length === 0 ? (
          <Empty narrowed={narrowed} />
        ) : (
          <EntryList entries={page.items} timeZone={tenant?.timeZone ?? "UTC"} />
        )}
        <nav aria-label="Pages of the log" className="flex gap-2 px-4 pt-4 empty:hidden md:px-6 xl:pl-8">
          {cursor ? (
            <Button asChild>
              <Link href={`?${queryOf(filters)}`}>Newest</Link>
            </Button>
          ) : null}
          {page.nextCursor ? (
            <Button asChild>
              <Link href={`?${queryOf({ ...filters, cursor: page.nextCursor })}`}>Older</Link>
            </Button>
          ) : null}
        </nav>
      </PageBody>
    </>
  );
}

function queryOf(given: AuditFilters & { cursor?: string }): string {
  const present = Object.entries(given).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return new URLSearchParams(present).toString();
}

function Empty({ narrowed }: { narrowed: boolean }) {
  return (
    <div className="px-4 md:px-6 xl:pl-8">
      <EmptyState
        icon={ScrollText}
        title={narrowed ? "Nothing fits these filters" : "Nothing was changed yet"}
        why={
          narrowed
            ? "Choose fewer of them, or other days."
            : "Invitations, changed roles and settings are written down here, and stay as they were written."
        }
        action={
          narrowed ? (
            <Button asChild>
              <Link href="?">Clear filters</Link>
            </Button>
          ) : null
        }
      />
    </div>
  );
}

import type { Metadata } from "next";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import { AuditView } from "./audit-view";
import { ExportButton } from "./export-button";
import { type AuditQuery, readAudit } from "./read-audit";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Audit log") };
}

type Props = { params: Promise<{ tenantId: string }>; searchParams: Promise<AuditQuery> };

export default async function AuditPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor, membership } = await requireMember(tenantId, "audit.see");
  const [tenant, read] = await Promise.all([
    findTenant(membership.slug),
    readAudit(tenantId, actor, await searchParams),
  ]);
  return (
    <>
      <PageHeader
        title={say("Audit log")}
        about={say("Who changed what")}
        action={<ExportButton filters={read.filters} />}
      />
      <PageBody className="pb-8">
        <AuditView
          read={read}
          timeZone={tenant?.timeZone ?? "UTC"}
          about={say("Invitations, changed roles and settings are written down here, and stay as they were written.")}
        />
      </PageBody>
    </>
  );
}

import type { Metadata } from "next";
import { adminActor, requireAdmin } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { AuditView } from "@/app/dashboard/[tenantId]/audit/audit-view";
import { type AuditQuery, readAudit } from "@/app/dashboard/[tenantId]/audit/read-audit";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Audit log") };
}

/** What people do to their own logins belongs to no business: it stands in the platform's log. */
export default async function AdminAuditPage({ searchParams }: { searchParams: Promise<AuditQuery> }) {
  const say = await sayHere();
  const visitor = await requireAdmin("tenants.decide");
  const read = await readAudit(platformTenantId, await adminActor(visitor), await searchParams);
  return (
    <main className="pb-16">
      <h1 className="px-4 pt-6 pb-4 text-lg md:px-6 xl:px-8">{say("Audit log")}</h1>
      <AuditView
        read={read}
        timeZone="Africa/Nairobi"
        about={say(
          "Sign-ins and what people change of their own logins are written down here, and stay as they were written.",
        )}
      />
    </main>
  );
}

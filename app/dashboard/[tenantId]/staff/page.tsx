import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { may } from "@/lib/auth/permissions";
import { listProfiles } from "@/lib/staff/list-profiles";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PanelButton } from "../members/panel-button";
import { NotLinked } from "../not-linked";
import { ImportLink } from "../settings/import/import-link";
import { AskingBanner } from "../time-off/asking-banner";
import { AddSheet } from "./add-sheet";
import { staffKey } from "./staff-keys";
import { StaffList } from "./staff-list";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Staff") };
}

export default async function StaffPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor, membership } = await requireMember(tenantId, "staff.see");
  if (membership.role === "staff") {
    if (membership.staffId) redirect(`/dashboard/${tenantId}/staff/${membership.staffId}`);
    return (
      <>
        <PageHeader title={say("My profile")} />
        <PageBody className="px-4 md:px-6 xl:px-8">
          <NotLinked />
        </PageBody>
      </>
    );
  }
  const list = await readTenant(tenantId, actor, listProfiles);
  const manages = may(membership.role, "staff.manage");
  return (
    <SWRConfig value={{ fallback: { [staffKey(tenantId)]: list } }}>
      <RenderedAt position={list.position} />
      <PageHeader
        title={say("Staff")}
        about={say("Who serves, and what")}
        action={
          manages ? (
            <>
              <ImportLink tenantId={tenantId} kind="staff" />
              <PanelButton to="?add=new">
                <UserPlus aria-hidden />
                {say.rich("Add<more>somebody</more>", {
                  more: (chunks) => <span className="-ml-1 max-sm:sr-only">{chunks}</span>,
                })}
              </PanelButton>
            </>
          ) : null
        }
      />
      <PageBody className="pb-8">
        <AskingBanner />
        <StaffList />
      </PageBody>
      {manages ? <AddSheet /> : null}
    </SWRConfig>
  );
}

import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { listMembers } from "@/lib/members/list-members";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { FactorSwitch } from "./factor-switch";
import { InvitationList } from "./invitation-list";
import { InviteSheet } from "./invite-sheet";
import { MemberList } from "./member-list";
import { MemberPanel } from "./member-panel";
import { PanelButton } from "./panel-button";
import { teamKey } from "./team-key";
import { WaysOn } from "./ways-on";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Members") };
}

export default async function MembersPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "members.see");
  const team = await readTenant(tenantId, actor, listMembers);
  return (
    <SWRConfig value={{ fallback: { [teamKey(tenantId)]: team } }}>
      <RenderedAt position={team.position} />
      <PageHeader
        title={say("Members")}
        about={say("Who signs in here")}
        action={
          <PanelButton to="?invite=new">
            <UserPlus aria-hidden />
            {say("Invite")}
          </PanelButton>
        }
      />
      <PageBody className="pb-8">
        <MemberList />
        <InvitationList />
        <FactorSwitch />
        <WaysOn />
      </PageBody>
      <InviteSheet />
      <MemberPanel />
    </SWRConfig>
  );
}

import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { may } from "@/lib/auth/permissions";
import { listResources } from "@/lib/resources/list-resources";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PanelButton } from "../../members/panel-button";
import { SettingsFrame } from "../settings-frame";
import { resourcesKey } from "../settings-keys";
import { ResourceSheet } from "./resource-sheet";
import { ResourcesView } from "./resources-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Chairs and rooms") };
}

export default async function ResourcesPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor, membership } = await requireMember(tenantId, "settings.see");
  const list = await readTenant(tenantId, actor, listResources);
  const manages = may(membership.role, "settings.manage");
  return (
    <SettingsFrame
      position={list.position}
      fallback={{ [resourcesKey(tenantId)]: list }}
      action={
        manages ? (
          <PanelButton to="?resource=new">
            <Plus aria-hidden />
            {say("Add")}
          </PanelButton>
        ) : null
      }
    >
      <ResourcesView />
      <ResourceSheet />
    </SettingsFrame>
  );
}

import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getOpening } from "@/lib/hours/get-opening";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { OpeningView } from "./opening-view";
import { SettingsFrame } from "./settings-frame";
import { openingKey } from "./settings-keys";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Opening hours") };
}

export default async function OpeningPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "settings.see");
  const opening = await readTenant(tenantId, actor, getOpening);
  return (
    <SettingsFrame position={opening.position} fallback={{ [openingKey(tenantId)]: opening }}>
      <OpeningView />
    </SettingsFrame>
  );
}

import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getOpening } from "@/lib/hours/get-opening";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../settings-frame";
import { openingKey } from "../settings-keys";
import { HolidaysView } from "./holidays-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Public holidays") };
}

export default async function HolidaysPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "settings.see");
  const opening = await readTenant(tenantId, actor, getOpening);
  return (
    <SettingsFrame position={opening.position} fallback={{ [openingKey(tenantId)]: opening }}>
      <HolidaysView />
    </SettingsFrame>
  );
}

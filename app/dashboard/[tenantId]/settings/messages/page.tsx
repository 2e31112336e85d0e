import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getHouseMessages } from "@/lib/notifications/settings";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../settings-frame";
import { messagesKey } from "../settings-keys";
import { MessagesForm } from "./messages-form";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Messages to customers") };
}

export default async function MessageSettingsPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "settings.see");
  const settings = await readTenant(tenantId, actor, getHouseMessages);
  return (
    <SettingsFrame position={settings.position} fallback={{ [messagesKey(tenantId)]: settings }}>
      <MessagesForm />
    </SettingsFrame>
  );
}

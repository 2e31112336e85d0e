import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getPrivacyNotice } from "@/lib/tenancy/privacy-notice";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../settings-frame";
import { noticeKey } from "../settings-keys";
import { NoticeForm } from "./notice-form";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Privacy") };
}

export default async function PrivacySettingsPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "settings.see");
  const notice = await readTenant(tenantId, actor, getPrivacyNotice);
  return (
    <SettingsFrame position={notice.position} fallback={{ [noticeKey(tenantId)]: notice }}>
      <NoticeForm />
    </SettingsFrame>
  );
}

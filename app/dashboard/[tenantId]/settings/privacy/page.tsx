import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { getPrivacyNotice } from "@/lib/tenancy/privacy-notice";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../settings-frame";
import { noticeKey } from "../settings-keys";
import { NoticeForm } from "./notice-form";

export const metadata: Metadata = { title: "Privacy" };

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

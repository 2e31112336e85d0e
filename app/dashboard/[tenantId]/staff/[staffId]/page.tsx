import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { isId } from "@/lib/platform/ids";
import { getProfile } from "@/lib/staff/get-profile";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { profileKey } from "../staff-keys";
import { ProfileView } from "./profile-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Staff profile") };
}

type Props = { params: Promise<{ tenantId: string; staffId: string }> };

export default async function StaffProfilePage({ params }: Props) {
  const { tenantId, staffId } = await params;
  const { actor } = await requireMember(tenantId, "staff.see");
  const profile = isId(staffId) ? await readTenant(tenantId, actor, (scope) => getProfile(scope, staffId)) : null;
  if (!profile) notFound();
  return (
    <SWRConfig value={{ fallback: { [profileKey(tenantId, staffId)]: profile } }}>
      <RenderedAt position={profile.position} />
      <ProfileView staffId={staffId} />
    </SWRConfig>
  );
}

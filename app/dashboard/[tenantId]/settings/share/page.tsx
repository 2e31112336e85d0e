import type { Metadata } from "next";
import { qrPicture } from "@/app/_server/qr-picture";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { env } from "@/lib/platform/env";
import { getBusiness } from "@/lib/tenancy/get-business";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PrintButton } from "../../bookings/sign/print-button";
import { SettingsFrame } from "../settings-frame";
import { businessKey } from "../settings-keys";
import { ShareView } from "./share-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Share") };
}

export default async function SharePage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "settings.see");
  const business = await readTenant(tenantId, actor, getBusiness);
  const link = `${env().APP_URL}/book/${business.slug}`;
  return (
    <SettingsFrame
      position={business.position}
      fallback={{ [businessKey(tenantId)]: business }}
      action={<PrintButton />}
    >
      <ShareView link={link} picture={qrPicture(link)} />
    </SettingsFrame>
  );
}

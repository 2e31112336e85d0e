import type { Metadata } from "next";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getLogo } from "@/lib/gallery/logo";
import { getBusiness } from "@/lib/tenancy/get-business";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SettingsFrame } from "../settings-frame";
import { businessKey, logoKey } from "../settings-keys";
import { ColourForm } from "./colour-form";
import { LogoSection } from "./logo-section";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Branding") };
}

export default async function BrandingPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "settings.see");
  const [logo, business] = await readTenant(tenantId, actor, (scope) =>
    Promise.all([getLogo(scope), getBusiness(scope)]),
  );
  return (
    <SettingsFrame
      position={business.position}
      fallback={{ [logoKey(tenantId)]: logo, [businessKey(tenantId)]: business }}
    >
      <LogoSection />
      <ColourForm />
    </SettingsFrame>
  );
}

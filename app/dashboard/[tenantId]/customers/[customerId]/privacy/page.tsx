import { ChevronLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { Button } from "@/app/_components/ui/button";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { isId } from "@/lib/platform/ids";
import { getPrivacy } from "@/lib/records/get-privacy";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { customerPage, privacyKey } from "../../customer-keys";
import { PrivacyView } from "./privacy-view";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("Privacy of a customer") };
};

type Props = { params: Promise<{ tenantId: string; customerId: string }> };

export default async function CustomerPrivacyPage({ params }: Props) {
  const say = await sayHere();
  const { tenantId, customerId } = await params;
  const { actor } = await requireMember(tenantId, "customers.consent");
  if (!isId(customerId)) notFound();
  const known = await readTenant(tenantId, actor, (scope) => getPrivacy(scope, customerId));
  if (!known) notFound();
  return (
    <SWRConfig value={{ fallback: { [privacyKey(tenantId, customerId)]: known } }}>
      <RenderedAt position={known.position} />
      <PageHeader
        title={known.name}
        about={say("Privacy")}
        action={
          <Button asChild>
            <Link href={customerPage(tenantId, customerId)}>
              <ChevronLeft aria-hidden />
              {say("Their page")}
            </Link>
          </Button>
        }
      />
      <PageBody className="pb-12">
        <PrivacyView customerId={customerId} />
      </PageBody>
    </SWRConfig>
  );
}

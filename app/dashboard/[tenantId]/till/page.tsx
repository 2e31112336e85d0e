import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { getTill } from "@/lib/till/get-till";
import { dayQuery } from "@/lib/till/input";
import { CheckoutButton } from "./checkout/checkout-button";
import { tillKey } from "./till-keys";
import { TillTabs } from "./till-tabs";
import { TillView } from "./till-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Till") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TillPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "till.use");
  const asked = dayQuery.safeParse(await searchParams);
  const day = asked.success ? asked.data.day : undefined;
  const till = await readTenant(tenantId, actor, (scope) => getTill(scope, day));
  return (
    <SWRConfig value={{ fallback: { [tillKey(tenantId, day)]: till } }}>
      <RenderedAt position={till.position} />
      <PageHeader
        title={say("Till")}
        action={
          <CheckoutButton target={{ kind: "new" }} kind="primary" size="normal">
            {say("New sale")}
          </CheckoutButton>
        }
      />
      <PageBody className="pb-8">
        <TillTabs />
        <TillView key={day} day={day} />
      </PageBody>
    </SWRConfig>
  );
}

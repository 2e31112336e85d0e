import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { adminActor, requireAdmin } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { listPlans } from "@/lib/subscriptions/list-plans";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { plansKey } from "../words";
import { PlansView } from "./plans-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Plans") };
}

export default async function AdminPlansPage() {
  const say = await sayHere();
  const visitor = await requireAdmin("platform.plans");
  const items = await readTenant(platformTenantId, await adminActor(visitor), listPlans);
  return (
    <SWRConfig value={{ fallback: { [plansKey]: { items } } }}>
      <main className="pb-16">
        <h1 className="px-4 pt-6 pb-4 text-lg md:px-6 xl:px-8">{say("Plans")}</h1>
        <p className="max-w-[68ch] px-4 pb-6 text-quiet md:px-6 xl:px-8">
          {say(
            "What businesses pay, and what each plan holds. Limits hold at once for whoever has the plan; a price from their next invoice on. With no plan to try, new businesses are not charged.",
          )}
        </p>
        <PlansView />
      </main>
    </SWRConfig>
  );
}

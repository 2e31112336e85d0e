import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { platformHealth } from "@/app/_server/platform-health";
import { requireAdmin } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { healthKey } from "../words";
import { HealthView } from "./health-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Health") };
}

export default async function HealthPage() {
  const say = await sayHere();
  await requireAdmin("tenants.decide");
  const health = await platformHealth();
  return (
    <SWRConfig value={{ fallback: { [healthKey]: health } }}>
      <main className="px-4 pb-16 md:px-6 xl:px-8">
        <h1 className="pt-6 pb-4 text-lg">{say("Health")}</h1>
        <HealthView />
      </main>
    </SWRConfig>
  );
}

import type { Metadata } from "next";
import { adminActor, requireAdmin } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { getMpesaSettings } from "@/lib/payments/get-mpesa-settings";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PlatformMpesa } from "./platform-mpesa";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("M-Pesa") };
}

/** Where businesses pay for their subscriptions. */
export default async function AdminMpesaPage() {
  const say = await sayHere();
  const visitor = await requireAdmin("platform.payments");
  const settings = await readTenant(platformTenantId, await adminActor(visitor), getMpesaSettings);
  return (
    <main className="pb-16">
      <h1 className="px-4 pt-6 pb-4 text-lg md:px-6 xl:px-8">{say("M-Pesa")}</h1>
      <p className="max-w-[68ch] px-4 pb-6 text-quiet md:px-6 xl:px-8">
        {say("Where businesses pay for their subscriptions. Each business sets up its own under its settings.")}
      </p>
      <div className="grid max-w-220 grid-cols-[minmax(0,1fr)] content-start gap-8 px-4 md:px-6 xl:px-8">
        <PlatformMpesa settings={settings} />
      </div>
    </main>
  );
}

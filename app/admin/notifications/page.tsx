import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { adminNotifications } from "@/app/_components/data/keys";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { adminActor, adminViewer, requireAdmin } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { notificationQuery } from "@/lib/notifications/input";
import { isNotification, listNotifications } from "@/lib/notifications/list-notifications";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { NewsList } from "./news-list";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("News") };
}

type Props = { searchParams: Promise<{ cursor?: string | string[] }> };

export default async function AdminNotificationsPage({ searchParams }: Props) {
  const say = await sayHere();
  const visitor = await requireAdmin("tenants.decide");
  const wanted = notificationQuery.shape.cursor.safeParse((await searchParams).cursor).data;
  const { page, cursor } = await readTenant(platformTenantId, await adminActor(visitor), async (scope) => {
    // What the address says may be anybody's.
    const cursor = wanted && (await isNotification(scope, wanted)) ? wanted : undefined;
    return { cursor, page: await listNotifications(scope, adminViewer(visitor), { limit: 30, cursor }) };
  });
  return (
    <SWRConfig value={{ fallback: { [adminNotifications(cursor ?? "")]: page } }}>
      <RenderedAt position={page.position} />
      <main className="pb-16">
        <h1 className="px-4 pt-6 pb-4 text-lg md:px-6 xl:px-8">{say("News")}</h1>
        <NewsList cursor={cursor ?? ""} />
      </main>
    </SWRConfig>
  );
}

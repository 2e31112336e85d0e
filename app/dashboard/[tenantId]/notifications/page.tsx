import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { notificationsKey } from "@/app/_components/data/keys";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { notificationFilters } from "@/lib/notifications/input";
import { listNotifications } from "@/lib/notifications/list-notifications";
import { pushKeys } from "@/lib/notifications/transports/push-keys";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { MarkAllButton } from "./mark-all-button";
import { NotificationFilterRow } from "./notification-filters";
import { NotificationList } from "./notification-list";
import { SoundHere } from "./sound-here";
import { ThisBrowser } from "./this-browser";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Notifications") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NotificationsPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor, viewer } = await requireMember(tenantId, "notifications.read");
  const asked = notificationFilters.safeParse(await searchParams);
  const filters = asked.success ? asked.data : {};
  const page = await readTenant(tenantId, actor, (scope) =>
    listNotifications(scope, viewer, { limit: 20, ...filters }),
  );
  const key = notificationsKey(tenantId, filters);
  return (
    <SWRConfig value={{ fallback: { [key]: page } }}>
      <RenderedAt position={page.position} />
      <PageHeader title={say("Notifications")} action={<MarkAllButton area={filters.area} />} />
      <PageBody className="max-w-3xl pb-8">
        <NotificationFilterRow filters={filters} />
        <NotificationList key={key} filters={filters} />
        <section aria-label={say("On this device")} className="border-t first:border-t-0">
          <ThisBrowser pushKey={pushKeys().publicKey} />
          <SoundHere />
        </section>
      </PageBody>
    </SWRConfig>
  );
}

import type { Metadata } from "next";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { pushKeys } from "@/lib/notifications/transports/push-keys";
import { MarkAllButton } from "./mark-all-button";
import { NotificationList } from "./notification-list";
import { ThisBrowser } from "./this-browser";

export const metadata: Metadata = { title: "Notifications" };

/** The first page of the list comes with the layout, where the rail's count needs it too. */
export default async function NotificationsPage({ params }: { params: Promise<{ tenantId: string }> }) {
  await requireMember((await params).tenantId, "notifications.read");
  return (
    <>
      <PageHeader title="Notifications" action={<MarkAllButton />} />
      <PageBody className="max-w-3xl pb-8">
        <ThisBrowser pushKey={pushKeys().publicKey} />
        <NotificationList />
      </PageBody>
    </>
  );
}

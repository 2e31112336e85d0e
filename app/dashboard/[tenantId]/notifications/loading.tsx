import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { ListLoading } from "../list-loading";

export default function NotificationsLoading() {
  return (
    <>
      <PageHeader title="Notifications" />
      <PageBody busy className="max-w-3xl">
        <ListLoading rows={12} />
      </PageBody>
    </>
  );
}

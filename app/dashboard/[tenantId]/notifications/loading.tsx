import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { useSay } from "@/app/_words/use-say";
import { ListLoading } from "../list-loading";

export default function NotificationsLoading() {
  const say = useSay();
  return (
    <>
      <PageHeader title={say("Notifications")} />
      <PageBody busy className="max-w-3xl">
        <ListLoading rows={12} />
      </PageBody>
    </>
  );
}

import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { ListLoading } from "../list-loading";

export default function MembersLoading() {
  return (
    <>
      <PageHeader title="Members" about="Who signs in here" />
      <PageBody busy>
        <ListLoading rows={6} />
      </PageBody>
    </>
  );
}

import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { ListLoading } from "../list-loading";

export default function AuditLoading() {
  return (
    <>
      <PageHeader title="Audit log" about="Who changed what" />
      <PageBody busy>
        <ListLoading rows={14} />
      </PageBody>
    </>
  );
}

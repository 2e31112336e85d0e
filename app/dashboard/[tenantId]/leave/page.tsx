import type { Metadata } from "next";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { LeaveForm } from "./leave-form";

export const metadata: Metadata = { title: "Leave" };

export default async function LeavePage({ params }: { params: Promise<{ tenantId: string }> }) {
  const { membership } = await requireMember((await params).tenantId, "membership.leave");
  return (
    <>
      <PageHeader title="Leave" about={membership.name} />
      <PageBody className="px-4 py-6 md:px-6 xl:px-8">
        <LeaveForm />
      </PageBody>
    </>
  );
}

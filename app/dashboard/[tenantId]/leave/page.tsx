import type { Metadata } from "next";
import Link from "next/link";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { Button } from "@/app/_components/ui/button";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { whatKeeps } from "@/lib/members/remove-member";
import { refusalWords } from "@/lib/members/rules";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { LeaveForm } from "./leave-form";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Leave") };
}

export default async function LeavePage({ params }: { params: Promise<{ tenantId: string }> }) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { membership, actor } = await requireMember(tenantId, "membership.leave");
  const keeps = await readTenant(tenantId, actor, whatKeeps);
  return (
    <>
      <PageHeader title={say("Leave")} about={membership.name} />
      <PageBody className="px-4 py-6 md:px-6 xl:px-8">
        {keeps ? (
          <div className="grid max-w-[60ch] justify-items-start gap-4">
            <p>
              {say("You are the only owner of {house}.", { house: membership.name })} {say.known(refusalWords[keeps])}
            </p>
            <Button asChild size="large">
              <Link href={`/dashboard/${tenantId}/members`}>{say("Go to members")}</Link>
            </Button>
          </div>
        ) : (
          <LeaveForm />
        )}
      </PageBody>
    </>
  );
}

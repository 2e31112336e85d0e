import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { listReferralRows } from "@/lib/analytics/referral-rows";
import { referralRowsQuery } from "@/lib/analytics/rows-input";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PrintButton } from "../../print-button";
import { reportKey } from "../../report-keys";
import { ReportTabs } from "../../report-tabs";
import { FriendRows } from "./friend-rows";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Friends who came") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Who came by a code; of one who brought friends, or of all. */
export default async function FriendsPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "reports.see");
  const given = referralRowsQuery.safeParse(await searchParams);
  const { cursor: _, ...asked } = given.success ? given.data : referralRowsQuery.parse({});
  const rows = await readTenant(tenantId, actor, (scope) => listReferralRows(scope, asked));
  return (
    <SWRConfig value={{ fallback: { [reportKey(tenantId, "referrals/rows", asked)]: rows } }}>
      <RenderedAt position={rows.position} />
      <PageHeader title={say("Reports")} about={say("Who came by a friend’s code")} action={<PrintButton />} />
      <PageBody className="pb-8">
        <ReportTabs />
        <FriendRows asked={asked} />
      </PageBody>
    </SWRConfig>
  );
}

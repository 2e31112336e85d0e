import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { dayStanding } from "@/lib/till/day-standing";
import { dayQuery } from "@/lib/till/input";
import { listCloses } from "@/lib/till/list-closes";
import { closeKey, historyKey } from "../till-keys";
import { TillTabs } from "../till-tabs";
import { CloseView } from "./close-view";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Day close") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ClosePage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "day.close");
  const asked = dayQuery.safeParse(await searchParams);
  const day = asked.success ? asked.data.day : undefined;
  const [standing, days] = await readTenant(tenantId, actor, (scope) =>
    Promise.all([dayStanding(scope, day), listCloses(scope)]),
  );
  return (
    <SWRConfig value={{ fallback: { [closeKey(tenantId, day)]: standing, [historyKey(tenantId)]: { days } } }}>
      <PageHeader title={say("Day close")} about={say("Expected and counted")} />
      <PageBody className="pb-8">
        <TillTabs />
        <CloseView key={day} day={day} />
      </PageBody>
    </SWRConfig>
  );
}

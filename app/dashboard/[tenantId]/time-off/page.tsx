import { Plus } from "lucide-react";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { may } from "@/lib/auth/permissions";
import { listProfiles } from "@/lib/staff/list-profiles";
import { listTimeOff } from "@/lib/staff/list-time-off";
import { timeOffQuery } from "@/lib/staff/time-off-input";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PanelButton } from "../members/panel-button";
import { NotLinked } from "../not-linked";
import { TimeOffFilters } from "./filters";
import { timeOffKey } from "./time-off-key";
import { TimeOffList } from "./time-off-list";
import { TimeOffSheet } from "./time-off-sheet";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Time off") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TimeOffPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor, membership } = await requireMember(tenantId, "time_off.ask");
  const decides = may(membership.role, "time_off.decide");
  if (!decides && !membership.staffId)
    return (
      <>
        <PageHeader title={say("My time off")} />
        <PageBody className="px-4 md:px-6 xl:pl-8">
          <NotLinked />
        </PageBody>
      </>
    );
  const { add: _, ...search } = await searchParams;
  const parsed = timeOffQuery.safeParse(search);
  const query = { ...(parsed.success ? parsed.data : timeOffQuery.parse({})), cursor: undefined };
  const [page, people] = await readTenant(tenantId, actor, (scope) =>
    Promise.all([listTimeOff(scope, query), listProfiles(scope)]),
  );
  const staff = people.items.filter(({ active }) => active).map(({ id, name }) => ({ id, name }));
  const more = (chunks: ReactNode) => <span className="-ml-1 max-sm:sr-only">{chunks}</span>;
  return (
    <SWRConfig value={{ fallback: { [timeOffKey(tenantId, query)]: page } }}>
      <RenderedAt position={page.position} />
      <PageHeader
        title={decides ? say("Time off") : say("My time off")}
        action={
          <PanelButton to="?add=new">
            <Plus aria-hidden />
            {decides
              ? say.rich("Enter<more>time off</more>", { more })
              : say.rich("Ask<more>for time off</more>", { more })}
          </PanelButton>
        }
      />
      <PageBody className="pb-8">
        <TimeOffFilters view={query.view} staff={query.staff} people={decides ? staff : []} />
        <TimeOffList key={timeOffKey(tenantId, query)} view={query.view} staff={query.staff} />
      </PageBody>
      <TimeOffSheet people={staff} />
    </SWRConfig>
  );
}

import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SWRConfig } from "swr";
import { ProofProvider } from "@/app/_components/auth/proof";
import { memberPhoto, newestNotifications } from "@/app/_components/data/keys";
import { LiveProvider } from "@/app/_components/live/live-provider";
import { OfflineBanner } from "@/app/_components/offline/offline-banner";
import { BottomBar } from "@/app/_components/shell/bottom-bar";
import { FollowHouse } from "@/app/_components/shell/follow-house";
import { PlanBanner } from "@/app/_components/shell/plan-banner";
import { Rail } from "@/app/_components/shell/rail";
import { type ShellFacts, ShellProvider } from "@/app/_components/shell/shell-context";
import { ShellOver } from "@/app/_components/shell/shell-over";
import { TimesBanner } from "@/app/_components/shell/times-banner";
import { TopBar } from "@/app/_components/shell/top-bar";
import { UnreadTitle } from "@/app/_components/shell/unread-title";
import { WaitingBanner } from "@/app/_components/shell/waiting-banner";
import { Toaster } from "@/app/_components/ui/toaster";
import { TooltipProvider } from "@/app/_components/ui/tooltip";
import { giveProof } from "@/app/_server/give-proof";
import { requireMember } from "@/app/_server/visitor";
import { saveProfile } from "@/app/profile/actions";
import type { Role } from "@/db/schema/people";
import { may, permissions } from "@/lib/auth/permissions";
import { photoVersionOf } from "@/lib/auth/photo";
import { timesWait } from "@/lib/moving-in/get-times";
import { listNotifications } from "@/lib/notifications/list-notifications";
import { now } from "@/lib/platform/clock";
import { formatDayTime } from "@/lib/platform/format";
import { hasSamples } from "@/lib/setup/remove-samples";
import { warningOf } from "@/lib/subscriptions/warning-of";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import { isAtWork } from "@/lib/tenancy/rules";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { SortOutProvider } from "./bookings/misplaced/sort-out-provider";
import { ClosingBanner } from "./closing-banner";
import { KeepDay } from "./keep-day";
import { SamplesBanner } from "./samples-banner";
import { CheckoutSheet } from "./till/checkout/checkout-sheet";

type Props = { params: Promise<{ tenantId: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { membership } = await requireMember((await params).tenantId, "today.see");
  return { title: { default: membership.name, template: `%s · ${membership.name}` } };
}

export default async function TenantLayout({ params, children }: Props) {
  const { tenantId } = await params;
  const { visitor, membership, actor, viewer } = await requireMember(tenantId, "today.see");
  const [tenant, photo, [newest, warning, asksTimes, madeUp]] = await Promise.all([
    findTenant(membership.slug),
    photoVersionOf(visitor.user.id),
    readTenant(tenantId, actor, (scope) =>
      Promise.all([
        listNotifications(scope, viewer, { limit: 20 }),
        warningOf(scope),
        may(membership.role, "times.answer") && timesWait(scope),
        hasSamples(scope),
      ]),
    ),
  ]);
  const facts: ShellFacts = {
    tenant: {
      ...tenantOf(membership),
      timeZone: tenant?.timeZone ?? "UTC",
      staffId: membership.staffId,
      may: permissions.filter((permission) => may(membership.role, permission)),
    },
    tenants: visitor.memberships.filter(isAtWork).map(tenantOf),
    user: {
      id: visitor.user.id,
      name: visitor.user.name,
      email: visitor.user.email ?? visitor.user.phone ?? "",
      photo: memberPhoto(tenantId, visitor.user.id, photo),
      platformAdmin: visitor.user.platformAdmin,
    },
  };
  return (
    <SWRConfig value={{ fallback: { [newestNotifications(tenantId)]: newest } }}>
      <ShellProvider facts={facts} now={now().toISOString()}>
        <LiveProvider
          tenantId={tenantId}
          userId={visitor.user.id}
          sessionId={visitor.sessionId}
          position={newest.position}
          hearing={{ bookings: visitor.user.preferences.bookings, staffId: membership.staffId }}
        >
          <TooltipProvider delayDuration={300}>
            <ProofProvider hasSecondFactor={visitor.user.hasSecondFactor} prove={giveProof}>
              <SortOutProvider>
                <UnreadTitle />
                <FollowHouse />
                <div className="flex">
                  <Rail />
                  <div className="flex min-h-dvh min-w-0 flex-1 flex-col">
                    <OfflineBanner />
                    {membership.status === "pending" ? <WaitingBanner slug={membership.slug} /> : null}
                    {membership.closesAt ? (
                      <ClosingBanner
                        until={formatDayTime(
                          membership.closesAt.toISOString(),
                          facts.tenant.timeZone,
                          visitor.user.language,
                        )}
                      />
                    ) : warning ? (
                      <PlanBanner {...warning} />
                    ) : null}
                    {madeUp ? <SamplesBanner /> : null}
                    {asksTimes ? <TimesBanner /> : null}
                    <div className="flex-1 bg-surface pb-16 lg:grid lg:grid-cols-[minmax(0,1fr)_auto] lg:grid-rows-[auto_1fr] lg:pb-0">
                      <TopBar saveLanguage={saveProfile} />
                      {children}
                    </div>
                  </div>
                  <BottomBar />
                </div>
                <CheckoutSheet />
                <ShellOver />
                <KeepDay key={tenantId} />
              </SortOutProvider>
            </ProofProvider>
            <Toaster />
          </TooltipProvider>
        </LiveProvider>
      </ShellProvider>
    </SWRConfig>
  );
}

const tenantOf = (membership: { tenantId: string; slug: string; name: string; role: Role }) => ({
  id: membership.tenantId,
  slug: membership.slug,
  name: membership.name,
  role: membership.role,
});

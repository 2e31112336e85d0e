import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { CopyLinkButton } from "@/app/_components/bookings/copy-link-button";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { may } from "@/lib/auth/permissions";
import { bookingQuery } from "@/lib/bookings/input";
import { bookingChoices, listBookings } from "@/lib/bookings/list-bookings";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PanelButton } from "../members/panel-button";
import { BookingList } from "./booking-list";
import { DeskPanel } from "./desk-panel";
import { deskServices } from "./desk-services";
import { DeskWalkIn } from "./desk-walk-in";
import { Filters } from "./filters";
import { listKey } from "./list-key";
import { MisplacedBanner } from "./misplaced/misplaced-banner";
import { NewBookingSheet } from "./new-booking-sheet";
import { SignLink } from "./sign-link";
import { Tabs } from "./tabs";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Bookings") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function BookingsPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor, membership } = await requireMember(tenantId, "bookings.see");
  const asked = bookingQuery.safeParse(await searchParams);
  const { cursor: _, limit, ...filters } = asked.success ? asked.data : bookingQuery.parse({});
  const mayPlace = may(membership.role, "bookings.place");
  const [page, choices, services] = await readTenant(tenantId, actor, (scope) =>
    Promise.all([
      listBookings(scope, { ...filters, limit }),
      bookingChoices(scope),
      mayPlace ? deskServices(scope) : [],
    ]),
  );
  return (
    <SWRConfig value={{ fallback: { [listKey(tenantId, filters)]: page } }}>
      <RenderedAt position={page.position} />
      <PageHeader
        title={say("Bookings")}
        action={
          <>
            {/* Who books for others needs the room on a phone; the link stands on Today as well. */}
            <span className={mayPlace ? "flex gap-2 max-sm:hidden" : "flex gap-2"}>
              <SignLink tenantId={tenantId} />
              <CopyLinkButton />
            </span>
            {mayPlace ? (
              <>
                {/* The narrowest phones have it on the calendar. */}
                <span className="contents max-[359px]:hidden">
                  <PanelButton to="?add=walk-in" kind="plain">
                    {say("Walk-in")}
                  </PanelButton>
                </span>
                <PanelButton to="?add=booking">{say("New booking")}</PanelButton>
              </>
            ) : null}
          </>
        }
      />
      <PageBody className="pb-8">
        <MisplacedBanner />
        <Tabs filters={filters} />
        <Filters filters={filters} choices={choices} />
        {asked.success ? null : (
          <p role="alert" className="px-4 py-3 text-danger md:px-6 xl:pl-8">
            {say("These filters could not be read, so everything to come is shown.")}
          </p>
        )}
        <BookingList key={listKey(tenantId, filters)} filters={filters} />
      </PageBody>
      <DeskPanel />
      {mayPlace ? <NewBookingSheet services={services} /> : null}
      {mayPlace ? <DeskWalkIn /> : null}
    </SWRConfig>
  );
}

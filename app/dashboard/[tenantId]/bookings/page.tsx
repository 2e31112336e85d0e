import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { CopyLinkButton } from "@/app/_components/bookings/copy-link-button";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { bookingQuery } from "@/lib/bookings/input";
import { bookingChoices, listBookings } from "@/lib/bookings/list-bookings";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { BookingList } from "./booking-list";
import { DeskPanel } from "./desk-panel";
import { Filters } from "./filters";
import { listKey } from "./list-key";
import { MisplacedBanner } from "./misplaced/misplaced-banner";
import { SignLink } from "./sign-link";
import { Tabs } from "./tabs";

export const metadata: Metadata = { title: "Bookings" };

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function BookingsPage({ params, searchParams }: Props) {
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "bookings.see");
  const asked = bookingQuery.safeParse(await searchParams);
  const { cursor: _, limit, ...filters } = asked.success ? asked.data : bookingQuery.parse({});
  const [page, choices] = await readTenant(tenantId, actor, (scope) =>
    Promise.all([listBookings(scope, { ...filters, limit }), bookingChoices(scope)]),
  );
  return (
    <SWRConfig value={{ fallback: { [listKey(tenantId, filters)]: page } }}>
      <RenderedAt position={page.position} />
      <PageHeader
        title="Bookings"
        action={
          <>
            <SignLink tenantId={tenantId} />
            <CopyLinkButton />
          </>
        }
      />
      <PageBody className="pb-8">
        <MisplacedBanner />
        <Tabs filters={filters} />
        <Filters filters={filters} choices={choices} />
        {asked.success ? null : (
          <p role="alert" className="px-4 py-3 text-danger md:px-6 xl:pl-8">
            These filters could not be read, so everything to come is shown.
          </p>
        )}
        <BookingList key={listKey(tenantId, filters)} filters={filters} />
      </PageBody>
      <DeskPanel />
    </SWRConfig>
  );
}

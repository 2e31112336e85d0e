import type { Metadata } from "next";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { PageBody } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { listBookingRows } from "@/lib/analytics/booking-rows";
import { bookingRowsQuery } from "@/lib/analytics/rows-input";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { PrintButton } from "../../print-button";
import { ReportTabs } from "../../report-tabs";
import { BookingRows } from "./booking-rows";
import { rowsKey } from "./rows-key";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Bookings of a number") };
}

type Props = {
  params: Promise<{ tenantId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What a number of bookings is made of; all for these days when it is none that there is. */
export default async function BookingRowsPage({ params, searchParams }: Props) {
  const say = await sayHere();
  const { tenantId } = await params;
  const { actor } = await requireMember(tenantId, "reports.see");
  const given = bookingRowsQuery.safeParse(await searchParams);
  const { cursor: _, ...asked } = given.success ? given.data : bookingRowsQuery.parse({ of: "made" });
  const rows = await readTenant(tenantId, actor, (scope) => listBookingRows(scope, asked));
  return (
    <SWRConfig value={{ fallback: { [rowsKey(tenantId, asked, "")]: rows } }}>
      <RenderedAt position={rows.position} />
      <PageHeader title={say("Reports")} about={say("What a number is made of")} action={<PrintButton />} />
      <PageBody className="pb-8">
        <ReportTabs />
        <BookingRows asked={asked} />
      </PageBody>
    </SWRConfig>
  );
}

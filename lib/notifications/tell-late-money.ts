import { sql } from "drizzle-orm";
import type { BookingStatus } from "@/db/schema/bookings";
import { bookingToken } from "@/lib/bookings/booking-token";
import { reached } from "@/lib/customers/reached";
import { env } from "@/lib/platform/env";
import { formatDayTime, formatMoney } from "@/lib/platform/format";
import type { Scope } from "@/lib/tenancy/scope";
import { inWishedWays, type Reached } from "./in-wished-ways";
import type { OutgoingMessage } from "./queue-message";
import { moneyWords } from "./words/money";

type Late = Reached & {
  payment_id: string;
  booking_id: string;
  status: BookingStatus;
  amount_minor: string;
  currency: string;
  starts_at: string;
  house: string;
  time_zone: string;
  services: string;
};

/** Whose deposit came too late and goes back hears so, once; what it books after all is told as that, see tell-customer. */
export async function tellLateMoney(
  scope: Scope,
  settled: readonly { paymentId: string; late: boolean }[],
): Promise<OutgoingMessage[]> {
  const ids = `{${settled
    .filter(({ late }) => late)
    .map(({ paymentId }) => paymentId)
    .join(",")}}`;
  const rows = await scope.tx.execute<Late>(sql`
    select p.id as payment_id, b.id as booking_id, b.status, p.amount_minor, p.currency, b.starts_at, t.name as house,
      t.time_zone, ${reached()}, c.id as customer_id,
      (select string_agg(l.service_name, ', ' order by l.position) from booking_lines l
        where l.tenant_id = b.tenant_id and l.booking_id = b.id) as services
    from payments p
    join bookings b on b.tenant_id = p.tenant_id and b.id = p.booking_id
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id
    join tenants t on t.id = p.tenant_id
    where p.tenant_id = ${scope.tenantId} and p.id = any(${ids}::uuid[]) and p.status = 'paid_late'
      and exists (select 1 from refunds r where r.tenant_id = p.tenant_id and r.payment_id = p.id and r.why = 'late'
        and r.status <> 'withdrawn')`);
  return rows.flatMap((row) =>
    inWishedWays(row, {
      template: "late-money",
      subject: `${row.house}: ${formatDayTime(row.starts_at, row.time_zone, row.language)}`,
      body: words(row),
      dedupeKey: `late-money ${row.payment_id}`,
    }),
  );
}

function words({ status, house, services, ...row }: Late): string {
  const money = formatMoney(Number(row.amount_minor), row.currency);
  const what = `${services}, ${formatDayTime(row.starts_at, row.time_zone, row.language)}`;
  const link = `${env().APP_URL}/b/${bookingToken(row.booking_id)}`;
  const isLost = status === "expired" || status === "held";
  const say = moneyWords[row.language];
  return (isLost ? say.afterLetGo : say.notAwaited)(house, money, what, link);
}

import type { TransactionSql } from "postgres";
import { bookingWords } from "@/lib/notifications/words/booking";
import { formatDayTime, formatTime } from "@/lib/platform/format";
import { smsSegments } from "@/lib/platform/sms-segments";
import { tenantIdOf } from "./base";
import type { DemoBusiness } from "./businesses";
import { insertRows } from "./rows";
import { demoId, dice, firstDemoId, lastDemoId } from "./stable";

const minute = 60_000;
/** What the network takes for each SMS here, in cents. */
const perSegment = 80;

type Booked = {
  id: string;
  customerId: string;
  phone: string;
  language: "en" | "sw";
  reference: string;
  startsAt: Date;
  createdAt: Date;
  services: string;
};

/** What went out to customers in the last days: confirmations and reminders, most of which have arrived. */
export async function seedMessages(sql: TransactionSql, business: DemoBusiness, now: Date): Promise<void> {
  const tenant_id = tenantIdOf(business);
  const booked = await sql<Booked[]>`
    select b.id, b.customer_id as "customerId", c.phone, c.language, b.reference, b.starts_at as "startsAt",
      b.created_at as "createdAt", string_agg(l.service_name, ', ' order by l.position) as services
    from bookings b join booking_lines l on l.tenant_id = b.tenant_id and l.booking_id = b.id
    join customers c on c.tenant_id = b.tenant_id and c.id = b.customer_id and c.phone is not null
    where b.tenant_id = ${tenant_id} and b.id between ${firstDemoId} and ${lastDemoId} and b.source = 'public'
      and b.status in ('confirmed', 'arrived', 'in_service', 'completed') and b.created_at <= ${now}
      and greatest(b.created_at, b.starts_at) > ${new Date(now.getTime() - 72 * 60 * minute)}
    group by b.tenant_id, b.id, c.phone, c.language order by b.created_at desc limit 40`;
  const message = (of: Booked, template: string, at: Date, body: string) => {
    const lost = dice(`message/${template}/${of.id}`).chance(0.04);
    const segments = smsSegments(body);
    return {
      ...{
        tenant_id,
        id: demoId(`message/${template}/${of.id}`),
        channel: "sms",
        to_address: of.phone,
        template,
        body,
      },
      ...{ customer_id: of.customerId, subject: "", dedupe_key: `demo ${template} ${of.id}`, tries: 1, segments },
      ...{ transport: "africastalking", provider_id: `ATXid_demo_${template}_${of.id}` },
      ...{ cost_minor: segments * perSegment, cost_currency: "KES" },
      ...{ status: lost ? "failed" : "delivered", failure: lost ? "the phone was not reached in time" : "" },
      ...{
        created_at: at,
        next_try_at: at,
        sent_at: at,
        delivered_at: lost ? null : new Date(at.getTime() + minute / 10),
      },
    };
  };
  const rows = booked.flatMap((of) => {
    const say = bookingWords[of.language];
    const at = of.startsAt.toISOString();
    const placed = message(
      of,
      "booking-placed",
      of.createdAt,
      `${say.expected(business.name, `${of.services}, ${formatDayTime(at, business.timeZone, of.language)}`)} ${say.reference(of.reference)}`,
    );
    const dayBefore = new Date(of.startsAt.getTime() - 24 * 60 * minute);
    if (dayBefore > now || dayBefore < of.createdAt) return [placed];
    const tomorrow = say.tomorrow(formatTime(at, business.timeZone));
    const words = say.reminder(business.name, tomorrow, of.services, "").replace(/ [^.]*: $/, "");
    return [placed, message(of, "booking-reminder", dayBefore, words)];
  });
  await insertRows(sql, "messages", rows);
}

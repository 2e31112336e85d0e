import { type SQL, sql } from "drizzle-orm";
import { allowsBy } from "@/lib/customers/consent";
import { now } from "@/lib/platform/clock";
import { advertising } from "../rules";

/**
 * Why a message (over `m`) is of no use any more; null for one that may go. What it reminds of has to stand as it says, and
 * advertising has to be allowed when it goes, however long it has waited.
 */
export const outlived = (): SQL => sql`case
  when m.body = '' then 'its words are used or replaced'
  when m.secret_until <= ${now().toISOString()} then 'its code was over before it could go'
  when m.valid_until <= ${now().toISOString()} then 'it was too late for it'
  when m.booking_id is not null and not exists (select from bookings b
    where b.tenant_id = m.tenant_id and b.id = m.booking_id and b.status = 'confirmed' and b.starts_at = m.valid_until)
    then 'the booking is no longer as it says'
  when m.template = any(${`{${advertising.join(",")}}`}::text[]) and m.customer_id is not null and not exists (select from customers c
    where c.tenant_id = m.tenant_id and c.id = m.customer_id and c.archived_at is null and ${allowsBy(sql`m.channel`)})
    then 'they no longer want advertising'
  end`;

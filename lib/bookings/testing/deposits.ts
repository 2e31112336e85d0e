import type postgres from "postgres";
import type { BookingPolicy } from "@/db/schema/tenants";
import type { House } from "@/db/testing/house";
import { depositCame } from "@/lib/payments/ledger";
import { recordEntries } from "@/lib/payments/record-entries";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { settleDeposit } from "../settle-deposit";
import { bookAs, must } from "./desk-books";

const payments: Actor = { kind: "system", job: "payments" };

/** The first service asks for KES 500, and there is a till to pay it to. */
export async function asksDeposits(
  sql: postgres.Sql,
  house: House,
  policy: Partial<BookingPolicy> = {},
): Promise<void> {
  await sql`update services set deposit = '{"kind":"fixed","amountMinor":50000}'
    where tenant_id = ${house.tenantId} and id = ${house.serviceIds[0]!}`;
  await sql`insert into mpesa_accounts (tenant_id, kind, number, created_at)
    values (${house.tenantId}, 'till', '123456', now()) on conflict do nothing`;
  await sql`update tenants set policy = policy || ${sql.json(policy as never)} where id = ${house.tenantId}`;
}

export const settle = (house: House, id: string, amountMinor = 50_000) =>
  withTenant(house.tenantId, payments, (scope) => settleDeposit(scope, id, { amountMinor }));

/** A booking of the public page whose deposit has been paid, with the payment's row. */
export async function paidBooking(sql: postgres.Sql, house: House, wish: Parameters<typeof bookAs>[3] = {}) {
  const held = await must(bookAs(house, { kind: "public", via: "page" }, { source: "public" }, wish));
  const paymentId = newId();
  await sql`insert into payments (tenant_id, id, purpose, booking_id, method, amount_minor, currency, status, settled_at, created_at)
    values (${house.tenantId}, ${paymentId}, 'deposit', ${held.id}, 'prompt', 50000, 'KES', 'paid', now(), now())`;
  await withTenant(house.tenantId, payments, (scope) =>
    recordEntries(scope, {
      ...{ kind: "deposit", source: `payment ${paymentId}`, entries: depositCame("mpesa", 50_000), currency: "KES" },
      ...{ timeZone: "Africa/Nairobi", paymentId, bookingId: held.id },
    }),
  );
  await settle(house, held.id);
  return { ...held, paymentId };
}

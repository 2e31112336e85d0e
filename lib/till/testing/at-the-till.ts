import type postgres from "postgres";
import type { House } from "@/db/testing/house";
import { lockPayment } from "@/lib/payments/internal/payment";
import { settle } from "@/lib/payments/internal/settle";
import { unsettle } from "@/lib/payments/internal/unsettle";
import { newCode } from "@/lib/payments/testing/desk";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { openSaleInput, takePaymentInput } from "../input";
import { openSale, type Saved } from "../open-sale";
import { payAtCounter } from "../pay-at-counter";

export const member = (role: "owner" | "manager" | "front_desk", userId = newId()): Actor => ({
  kind: "member",
  userId,
  role,
  staffId: null,
});

/** Something sold by `actor`: the house's first service unless `wish` says what. */
export async function sold(house: House, actor: Actor, wish: object = {}): Promise<Saved> {
  const input = openSaleInput.parse({
    lines: [{ serviceId: house.serviceIds[0], staffId: house.staffIds[0] }],
    key: newId(),
    ...wish,
  });
  const opened = await withTenant(house.tenantId, actor, (scope) => openSale(scope, input));
  if (!opened.ok) throw new Error(opened.refusal);
  return opened.value;
}

export const pay = (house: House, actor: Actor, wish: object) =>
  withTenant(house.tenantId, actor, (scope) =>
    payAtCounter(scope, takePaymentInput.parse({ method: "cash", key: newId(), ...wish })),
  );

const payments: Actor = { kind: "system", job: "payments" };

/** A phone has been asked for a part of a sale, and has not answered yet. */
export async function asked(sql: postgres.Sql, { tenantId }: House, saleId: string, amountMinor: number) {
  const id = newId();
  await sql`insert into payments (tenant_id, id, purpose, sale_id, method, amount_minor, currency, status, created_at)
    values (${tenantId}, ${id}, 'sale', ${saleId}, 'prompt', ${amountMinor}, 'KES', 'pending', now())`;
  return id;
}

/** It was paid on that phone. */
export const answered = (house: House, paymentId: string, receipt = newCode()) =>
  withTenant(house.tenantId, payments, async (scope) =>
    settle(scope, (await lockPayment(scope, paymentId))!, { receipt, at: null, proof: "callback" }),
  );

/** Safaricom's list shows that it was not paid after all. */
export const takenBack = (house: House, paymentId: string) =>
  withTenant(house.tenantId, payments, async (scope) => unsettle(scope, (await lockPayment(scope, paymentId))!));

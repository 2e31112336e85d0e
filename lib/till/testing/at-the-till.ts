import type { House } from "@/db/testing/house";
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

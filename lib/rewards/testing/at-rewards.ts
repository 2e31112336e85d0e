import type postgres from "postgres";
import type { House } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { askRefund } from "@/lib/till/ask-refund";
import { approveRefund } from "@/lib/till/decide-refund";
import { askRefundInput } from "@/lib/till/input";
import { member, pay, sold } from "@/lib/till/testing/at-the-till";
import { claimReward } from "../claim-reward";
import { followRewards } from "../follow-points";
import { rewardInput } from "../input";
import { addReward } from "../save-reward";

/** A house that rewards, as its people and its worker do. */
export function atRewards(sql: postgres.Sql, house: House) {
  const [owner, manager] = [member("owner"), member("manager")];
  const { tenantId } = house;
  const act = <T>(work: (scope: Scope) => Promise<T>, actor: Actor = owner) => withTenant(tenantId, actor, work);
  const follow = (saleId: string) => act((scope) => followRewards(scope, { saleId }));
  return {
    owner,
    act,
    follow,
    async customer(more: { name?: string; phone?: string; birthday?: string } = {}): Promise<string> {
      const id = newId();
      await sql`insert into customers (tenant_id, id, name, phone, birthday)
        values (${tenantId}, ${id}, ${more.name ?? "Grace Wanjiru"}, ${more.phone ?? null}, ${more.birthday ?? null})`;
      return id;
    },
    /** Sold to somebody, paid in full, and followed as the reaction does. */
    async paid(customerId: string, wish: object = {}): Promise<string> {
      const { id, owedMinor } = await sold(house, owner, { customerId, ...wish });
      if (owedMinor > 0) await pay(house, owner, { saleId: id, amountMinor: owedMinor, method: "card" });
      await follow(id);
      return id;
    },
    /** Given back as an owner asks and a manager decides. */
    async returned(saleId: string, amountMinor: number): Promise<void> {
      const wish = askRefundInput.parse({ saleId, amountMinor, method: "card", reason: "Undone", key: newId() });
      const asked = await act((scope) => askRefund(scope, wish));
      if (!asked.ok) throw new Error(asked.refusal);
      const given = await act((scope) => approveRefund(scope, asked.value), manager);
      if (!given.ok) throw new Error(given.refusal);
      await follow(saleId);
    },
    async reward(wish: object = {}): Promise<string> {
      const input = rewardInput.parse({
        ...{ name: "KES 200 off", kind: "discount", amountMinor: 200_00, pointsRequired: 20, key: newId() },
        ...wish,
      });
      const added = await act((scope) => addReward(scope, input));
      if (!added.ok) throw new Error(added.refusal);
      return added.value.id;
    },
    claim: (customerId: string, rewardId: string, key = newId()) =>
      act((scope) => claimReward(scope, customerId, { rewardId, key }), { kind: "customer", customerId }),
    async balance(customerId: string): Promise<[points: number, visits: number]> {
      const [row] = await sql<{ points: number; visits: number; sum: number; counted: number }[]>`
        select b.points, b.visits, (select coalesce(sum(points), 0)::int from points_entries e
            where e.tenant_id = b.tenant_id and e.customer_id = b.customer_id) as sum,
          (select coalesce(sum(visits), 0)::int from points_entries e
            where e.tenant_id = b.tenant_id and e.customer_id = b.customer_id) as counted
        from points_balances b where b.tenant_id = ${tenantId} and b.customer_id = ${customerId}`;
      if (!row) return [0, 0];
      if (row.points !== row.sum || row.visits !== row.counted) throw new Error("the balance is not the sum");
      return [row.points, row.visits];
    },
  };
}

import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import type { Scope } from "@/lib/tenancy/scope";
import { doubt } from "./doubt";
import type { Received } from "./keep-receipts";
import { lockPayment } from "./payment";

/** The list that counts has them, with these amounts: what a callback said of one is vouched for, or contradicted. */
export async function markListed(scope: Scope, all: readonly Received[]): Promise<void> {
  const { tx, tenantId } = scope;
  const given = JSON.stringify(all.map(({ receipt, amountMinor }) => ({ receipt, amount: amountMinor })));
  const ours = await tx.execute<{ payment_id: string | null; differs: boolean }>(sql`
    update mpesa_receipts m set listed_at = coalesce(m.listed_at, ${now().toISOString()}), listed_minor = r.amount
    from (select distinct on (receipt) receipt, amount
      from json_to_recordset(${given}::text::json) as g (receipt text, amount bigint)) r
    where m.tenant_id = ${tenantId} and m.receipt = r.receipt
      and (m.listed_at is null or m.listed_minor is distinct from r.amount)
    returning m.payment_id, m.amount_minor <> r.amount as differs`);
  for (const { payment_id: id } of ours.filter(({ differs }) => differs)) {
    const payment = id && (await lockPayment(scope, id));
    if (payment) await doubt(scope, payment, "amount_differs");
  }
  const found = ours.flatMap(({ payment_id: id }) => id ?? []);
  if (found.length > 0)
    await tx.execute(sql`
      update payments set doubt = null where tenant_id = ${tenantId} and doubt = 'not_in_list'
        and id in (select value::uuid from json_array_elements_text(${JSON.stringify(found)}::text::json))`);
}

import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { tenantOfToken } from "@/lib/tenancy/doors/tenant-of-token";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { getSale, type SaleFacts } from "./get-sale";
import { receiptDays } from "./rules";

export type Receipt = {
  house: { name: string; city: string; phone: string; timeZone: string; slug: string; colour: string };
  sale: Omit<SaleFacts, "customer"> & { customer: { name: string } | null };
};

/** What a receipt's link leads to; null for one that is none, has run out, or is of a sale that never was. */
export async function getReceipt(token: string): Promise<Receipt | null> {
  const owner = await tenantOfToken(token);
  if (owner?.kind !== "receipt") return null;
  return readTenant(owner.tenantId, { kind: "public", via: "page" }, async (scope) => {
    const [sale, [house]] = await Promise.all([
      getSale(scope, owner.subjectId),
      scope.tx.execute<Receipt["house"]>(sql`
        select name, city, phone, time_zone as "timeZone", slug, colour from tenants where id = ${scope.tenantId}`),
    ]);
    if (!sale || !house || sale.status === "voided") return null;
    if (now().getTime() - Date.parse(sale.createdAt) > receiptDays * 86_400_000) return null;
    return { house, sale: { ...sale, customer: sale.customer && { name: sale.customer.name } } };
  });
}

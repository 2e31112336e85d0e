import type { Sql } from "postgres";
import type { House } from "@/db/testing/house";
import { newId } from "@/lib/platform/ids";

type Wish = {
  customerId?: string;
  name?: string;
  phone?: string | null;
  language?: "en" | "sw";
  ago?: number;
  staffId?: string;
};

/** A visit that took place and was paid, of somebody new unless `customerId` says whose; `ago`: so many days. */
export async function paidVisit(sql: Sql, { tenantId, serviceIds, staffIds }: House, wish: Wish = {}) {
  const { name = "Wanjiru Kamau", language = "en", ago = 0, staffId = staffIds[0]! } = wish;
  const phone = wish.phone === undefined ? `+2547${String(Math.random()).slice(2, 10)}` : wish.phone;
  const customerId = wish.customerId ?? newId();
  if (!wish.customerId)
    await sql`insert into customers (tenant_id, id, name, phone, language) values (${tenantId}, ${customerId}, ${name}, ${phone}, ${language})`;
  const [visitId, saleId] = [newId(), newId()];
  const at = new Date(Date.now() - ago * 86_400_000 - 60_000);
  await sql`insert into visits (tenant_id, id, customer_id, started_at, completed_at, total_minor, paid_minor, currency)
    values (${tenantId}, ${visitId}, ${customerId}, ${at}, ${at}, 150000, 150000, 'KES')`;
  await sql`insert into visit_lines (tenant_id, id, visit_id, position, service_id, service_name, staff_id, price_minor)
    values (${tenantId}, ${newId()}, ${visitId}, 0, ${serviceIds[0]!}, 'Cut', ${staffId}, 150000)`;
  await sql`insert into sales (tenant_id, id, number, status, visit_id, customer_id, subtotal_minor, total_minor, currency, closed_at)
    values (${tenantId}, ${saleId}, ${Math.floor(Math.random() * 1e9)}, 'closed', ${visitId}, ${customerId}, 150000, 150000, 'KES', ${at})`;
  return { visitId, saleId, customerId, phone };
}

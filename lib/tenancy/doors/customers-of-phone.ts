import { sideSql } from "@/db/client";

/** Every customer with this number (E.164), wherever: for the one thing that somebody says to all who write to them. */
export async function customersOfPhone(phone: string): Promise<{ tenantId: string; customerId: string }[]> {
  const rows = await sideSql()<{ tenantId: string; customerId: string }[]>`
    select tenant_id as "tenantId", customer_id as "customerId" from door_customers_of_phone(${phone})`;
  return rows.map((row) => ({ ...row }));
}

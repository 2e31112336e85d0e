import { apiBase } from "@/app/_components/data/keys";
import type { PaymentFilters } from "@/lib/payments/input";

const base = (tenantId: string) => `${apiBase(tenantId)}/payments`;

function queryOf(asked: Record<string, string | undefined>): string {
  const said = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const query = new URLSearchParams(said).toString();
  return query && `?${query}`;
}

export const paymentsKey = (tenantId: string, filters: PaymentFilters, cursor = ""): string =>
  `${base(tenantId)}${queryOf({ ...filters, cursor })}`;
export const paymentKey = (tenantId: string, id: string): string => `${base(tenantId)}/${id}`;
export const inboxKey = (tenantId: string): string => `${base(tenantId)}/inbox`;
export const refundsKey = (tenantId: string, which: "open" | "done", cursor = ""): string =>
  `${base(tenantId)}/refunds${queryOf({ which, cursor })}`;
export const statementPath = (tenantId: string, step: "preview" | "all" | "known"): string =>
  `${base(tenantId)}/statement/${step}`;

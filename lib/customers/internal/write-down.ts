import { recordAudit } from "@/lib/auth/audit";
import type { Scope } from "@/lib/tenancy/scope";

type Values = Record<string, unknown>;

/** What a customer changed of themself, or the house about them, under their own key, so that it can be erased. */
export const writeDown = (scope: Scope, customerId: string, before: Values, after: Values): Promise<void> =>
  recordAudit(scope, {
    action: "customer.changed",
    entity: "customer",
    entityId: customerId,
    customerId,
    before,
    after,
  });

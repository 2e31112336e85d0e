import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { RequestOrigin, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";

/** Somebody at their own account, and the sign-in through which they are there. */
export type Self = { userId: string; sessionId: string; from: RequestOrigin };

/** A login belongs to no business, so what happens to it is written down, and told, in the platform's own scope. */
export const onOwnAccount = <T>({ userId, from }: Self, work: (scope: Scope) => Promise<T>): Promise<T> =>
  withTenant(platformTenantId, { kind: "user", userId, from }, work);

"use server";

import { z } from "zod";
import { requireMember } from "@/app/_server/visitor";
import { markRead as mark } from "@/lib/notifications/mark-read";
import { withTenant } from "@/lib/tenancy/with-tenant";

// Whoever can reach an action can call it with anything.
const tenant = z.uuid();
const notifications = z.array(z.uuid()).min(1).max(100);

export async function markRead(tenantId: string, ids: string[]): Promise<void> {
  await apply(tenant.parse(tenantId), notifications.parse(ids));
}

export async function markAllRead(tenantId: string): Promise<void> {
  await apply(tenant.parse(tenantId), "all");
}

async function apply(tenantId: string, ids: string[] | "all"): Promise<void> {
  const { actor, viewer } = await requireMember(tenantId);
  await withTenant(tenantId, actor, (scope) => mark(scope, viewer, ids));
}

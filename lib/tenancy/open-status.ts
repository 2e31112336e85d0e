import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";

/**
 * Over tenants `t`: its status, or `resting` when what it owes the platform has stood too long for anything new, or when it
 * is being closed.
 */
export const openStatus = () => sql`case when t.status = 'active'
  and least(t.works_until, t.closing_since) <= ${now().toISOString()} then 'resting' else t.status end`;

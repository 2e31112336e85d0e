import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";

/** Over tenants `t`: its status, or `resting` when what it owes the platform has stood too long for anything new. */
export const openStatus = () =>
  sql`case when t.status = 'active' and t.works_until <= ${now().toISOString()} then 'resting' else t.status end`;

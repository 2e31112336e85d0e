import { asc, eq } from "drizzle-orm";
import { businessHours } from "@/db/schema/hours";
import type { Scope } from "@/lib/tenancy/scope";
import type { Stretch } from "./rules";

/** The business's own week: what staff without hours of their own work. Without any, those cannot be booked. */
export const businessHoursOf = ({ tx, tenantId }: Scope): Promise<Stretch[]> =>
  tx
    .select({ weekday: businessHours.weekday, from: businessHours.fromMinute, to: businessHours.toMinute })
    .from(businessHours)
    .where(eq(businessHours.tenantId, tenantId))
    .orderBy(asc(businessHours.weekday), asc(businessHours.fromMinute));

import { type SQL, sql } from "drizzle-orm";
import { may } from "@/lib/auth/permissions";
import type { Actor } from "@/lib/tenancy/scope";

/** The text itself, wherever it stands in another one. */
export const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** Over `c`: by name, or by the digits of a number however it is written, for those who may know numbers. */
export function customerLike(text: string, actor: Actor): SQL {
  const digits = text.replace(/\D/g, "").replace(/^0/, "");
  const mayCall = actor.kind === "member" && may(actor.role, "customers.contact");
  const phone = mayCall && digits.length >= 4 ? sql`or c.phone like ${`%${digits}%`}` : sql``;
  return sql`(c.name ilike ${anywhere(text)} ${phone})`;
}

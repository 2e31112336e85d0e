import { type SQL, sql } from "drizzle-orm";
import { actorMay } from "@/lib/auth/actor-may";
import type { Actor } from "@/lib/tenancy/scope";

/** The text itself, wherever it stands in another one. */
export const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/**
 * Over `c`: by name, by tag, or by the digits of a number however it is written, for those who may know numbers. Through
 * the door that may ask an index: see customers_searched.
 */
export function customerLike(text: string, actor: Actor): SQL {
  const digits = text.replace(/\D/g, "").replace(/^0/, "");
  const mayCall = actorMay(actor, "customers.contact");
  const number = mayCall && digits.length >= 4 ? `%${digits}%` : null;
  return sql`c.id in (select d.id from door_customers_like(${anywhere(text)}, ${number}) d)`;
}

import { sql } from "drizzle-orm";
import { nameless } from "@/lib/customers/customer-by-phone";
import { uuids } from "@/lib/platform/uuids";
import type { Scope } from "@/lib/tenancy/scope";
import { changesOf } from "./changes-of";

export type WordsOf = { names: string[]; phones: string[]; emails: string[] };

type Kept = { name?: unknown; phone?: unknown; email?: unknown };

/** Every name, number and address that somebody has or had here. What is somebody else's by now is not among them. */
export async function wordsOf(scope: Scope, ids: readonly string[]): Promise<WordsOf> {
  const { tx, tenantId } = scope;
  const rows = await tx.execute<{ name: string | null; phone: string | null; email: string | null }>(sql`
    select name, phone, email from customers where tenant_id = ${tenantId} and id = any(${uuids(ids)})
    union all select booked_as->>'name', null, booked_as->>'email' from bookings
      where tenant_id = ${tenantId} and customer_id = any(${uuids(ids)})
    union all select name, null, null from waitlist_entries
      where tenant_id = ${tenantId} and customer_id = any(${uuids(ids)})
    union all select booked_as->>'name', null, booked_as->>'email' from booking_handovers
      where tenant_id = ${tenantId} and to_customer_id = any(${uuids(ids)})`);
  // What they were before they, or the house, changed it.
  const once = (await changesOf(scope, ids)).flatMap(({ before, after }) => [before ?? {}, after ?? {}]);
  const all: Kept[] = [...rows, ...once];
  const texts = (of: keyof Kept) => [
    ...new Set(all.flatMap((one) => (typeof one[of] === "string" && one[of] !== "" ? [one[of]] : []))),
  ];
  const [phones, emails] = [texts("phone"), texts("email")];
  const others = await tx.execute<{ phone: string | null; email: string | null }>(sql`
    select phone, email from customers where tenant_id = ${tenantId} and id <> all(${uuids(ids)})
      and (phone in (select jsonb_array_elements_text(${JSON.stringify(phones)}::text::jsonb))
        or email in (select jsonb_array_elements_text(${JSON.stringify(emails)}::text::jsonb)))`);
  const isFree = (text: string) => !others.some(({ phone, email }) => phone === text || email === text);
  return {
    names: texts("name").filter((name) => name !== nameless && name.length > 1),
    phones: phones.filter(isFree),
    emails: emails.filter(isFree),
  };
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Names as a pattern of Postgres, from one edge of a word to another; nothing for none. */
export const namePattern = (names: readonly string[]): string =>
  names
    .toSorted((one, other) => other.length - one.length)
    .map((name) => `${/^\w/.test(name) ? "\\m" : ""}${literally(name)}${/\w$/.test(name) ? "\\M" : ""}`)
    .join("|");

/** Numbers however they are written, and e-mail addresses. */
export function addressPattern({ phones, emails }: WordsOf): string {
  const between = "[ .()-]*";
  const spaced = (digits: string) => [...digits].join(between);
  const number = (phone: string) => {
    const digits = phone.slice(1);
    if (!digits.startsWith("254")) return `\\+?${spaced(digits)}(?!\\d)`;
    return `(?:\\+?${spaced("254")}|\\m0)${between}${spaced(digits.slice(3))}(?!\\d)`;
  };
  return [...phones.map(number), ...emails.map(literally)].join("|");
}

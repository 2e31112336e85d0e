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
  // Anybody may type anybody's address: what is another customer's, or the house's own, stays.
  const others = await tx.execute<{ address: string }>(sql`
    with mine as (select lower(jsonb_array_elements_text(${JSON.stringify([...phones, ...emails])}::text::jsonb)) as address),
      theirs as (
        select phone, email from customers where tenant_id = ${tenantId} and id <> all(${uuids(ids)})
        union all select phone, email from staff where tenant_id = ${tenantId}
        union all select phone, email from tenants where id = ${tenantId}
        union all select null, w.reply_to from message_settings w where w.tenant_id = ${tenantId})
    select address from mine where exists (select from theirs t where lower(t.email) = mine.address or t.phone = mine.address)`);
  const taken = new Set(others.map(({ address }) => address));
  const isFree = (text: string) => !taken.has(text.toLowerCase());
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
  // Not the end of a longer one: mary@ is not rosemary@.
  const address = (email: string) => `(?<![\\w.+-])${literally(email)}(?![\\w-]|\\.\\w)`;
  return [...phones.map((phone) => `(?<!\\d)${number(phone)}`), ...emails.map(address)].join("|");
}

import { and, eq, inArray } from "drizzle-orm";
import { customerFavourites } from "@/db/schema/customer-files";
import { type CustomerStatus, customers } from "@/db/schema/customers";
import { customerEmail } from "@/lib/customers/input";
import { mostNotes } from "@/lib/customers/rules";
import { cut } from "@/lib/platform/cut";
import { readPhone } from "@/lib/platform/phone";
import type { OldRow } from "../dump";
import { type Old, oldBooking, oldCustomer, oldVisit } from "./old-models";
import { bringRow, idHere, type Move, mergeRow, newIdOf, put, take, tell } from "./tally";

export type Known = { row: OldRow; it: Old<typeof oldCustomer> };
type Person = Known & { phone: string | null };

/**
 * Who was served, once each: rows with one number are one person. Nobody has allowed offers by having been in a list.
 * Answers those that came in, as the old system had them.
 */
export async function moveCustomers(move: Move): Promise<Known[]> {
  const { scope } = move;
  const people = take(move, "customer", oldCustomer).map((one) => ({ ...one, phone: phoneOf(move, one) }));
  const kept = await keptByPhone(move, people);
  const fresh: Person[] = [];
  // Whoever came most often is the one that stays, whichever stands first in the file.
  for (const one of people.toSorted((a, b) => b.it.visit_count - a.it.visit_count)) {
    const there = one.phone ? kept.get(one.phone) : undefined;
    if (there) {
      mergeRow(move, one.row, there.id, `${one.phone} is also the number of “${there.name}”: they are one customer`);
      there.others?.push(one);
    } else {
      bringRow(move, one.row);
      fresh.push(one);
      if (one.phone) kept.set(one.phone, { id: idHere(one.row), name: one.it.name, others: [] });
    }
  }
  const since = firstSeen(move);
  const rows = fresh.map((one) => rowOf(move, one, (one.phone && kept.get(one.phone)?.others) || [], since));
  // Whoever answers for somebody comes before them.
  await put(
    scope,
    customers,
    rows.toSorted((a, b) => Number(a.guardianId !== null) - Number(b.guardianId !== null)),
  );
  const isNew = new Set(rows.map(({ id }) => id));
  const favourites = new Map<string, typeof customerFavourites.$inferInsert>();
  for (const { row, it } of people) {
    const customerId = newIdOf(move, "customer", row.id)!;
    // What the house says of somebody it knew before stays as it is.
    for (const serviceId of it.favorite_services.flatMap((old) => newIdOf(move, "service", old) ?? []))
      if (isNew.has(customerId))
        favourites.set(`${customerId} ${serviceId}`, { tenantId: scope.tenantId, customerId, serviceId });
  }
  await put(scope, customerFavourites, [...favourites.values()]);
  return people;
}

const isChild = ({ it }: Known) => it.is_minor || it.parent !== null;

/** A child has none of its own: the number is that of whoever answers for it. */
function phoneOf(move: Move, one: Known): string | null {
  const phone = readPhone(one.it.phone);
  if (one.it.phone && !phone) tell(move, one.row, `“${one.it.phone}” is no number: it stands in the notes`);
  if (phone && isChild(one)) tell(move, one.row, `${phone} is not a child’s own: it stands in the notes`);
  return isChild(one) ? null : phone;
}

type Kept = { id: string; name: string; others?: Person[] };

/** Who is here with one of these numbers. */
async function keptByPhone({ scope }: Move, people: readonly Person[]): Promise<Map<string, Kept>> {
  const phones = people.flatMap(({ phone }) => phone ?? []);
  const kept = new Map<string, Kept>();
  for (let from = 0; from < phones.length; from += 1_000) {
    const rows = await scope.tx
      .select({ id: customers.id, name: customers.name, phone: customers.phone })
      .from(customers)
      .where(and(eq(customers.tenantId, scope.tenantId), inArray(customers.phone, phones.slice(from, from + 1_000))));
    for (const { phone, ...one } of rows) kept.set(phone!, one);
  }
  return kept;
}

/** When each was first heard of, as the old system did not write down since when it knew them. */
function firstSeen({ house }: Move): (row: OldRow) => Date | null {
  const first = new Map<string, Date>();
  const seen = (customer: string, at: Date) => {
    const before = first.get(customer);
    if (!before || at < before) first.set(customer, at);
  };
  for (const { fields } of house.rows("visit")) {
    const { data } = oldVisit.safeParse(fields);
    if (data) seen(data.customer, data.visit_date);
  }
  for (const { fields } of house.rows("booking")) {
    const { data } = oldBooking.safeParse(fields);
    if (data) seen(data.customer, data.created_at ?? data.booking_date);
  }
  return ({ id }) => first.get(id) ?? null;
}

const statuses: Record<string, CustomerStatus> = { active: "active", inactive: "inactive", vip: "vip" };

function rowOf(move: Move, { row, it, phone }: Person, others: readonly Person[], since: (row: OldRow) => Date | null) {
  const { tenantId } = move.scope;
  const all = [{ row, it, phone }, ...others];
  const status = statuses[it.status.toLowerCase()];
  if (!status && it.status) tell(move, row, `“${it.status}” is no status here: active`);
  const email = all.flatMap((one) => emailOf(move, one) ?? [])[0] ?? null;
  const guardian = newIdOf(move, "customer", it.parent);
  const id = idHere(row);
  const began = all.flatMap((one) => one.it.created_at ?? since(one.row) ?? [])[0] ?? move.at;
  return {
    ...{ tenantId, id, name: nameOf(move, row, it), phone, email, status: status ?? ("active" as const) },
    ...{ guardianId: guardian === id ? null : guardian, location: it.location, tags: [] },
    ...{
      preferredStaffId: newIdOf(move, "staffmember", it.preferred_staff),
      createdAt: began < move.at ? began : move.at,
    },
    serviceNotes: joined(all.map((one) => one.it.service_notes)),
    notes: joined(all.flatMap((one) => notesOf(one, one.row === row))),
    ...{
      language: "en" as const,
      wishes: { bySms: true, byEmail: false },
      allergies: "",
      birthday: null,
      archivedAt: null,
    },
  };
}

function nameOf(move: Move, row: OldRow, { name }: Old<typeof oldCustomer>): string {
  if (!name) tell(move, row, "has no name");
  return cut(name, 80) || "Unnamed";
}

function emailOf(move: Move, { row, it }: Known): string | null {
  const read = it.email ? customerEmail.safeParse(it.email) : null;
  if (read && !read.success) tell(move, row, `“${it.email}” is no e-mail address: it stands in the notes`);
  return read?.data ?? null;
}

/** With whatever had to be left out elsewhere. */
const notesOf = ({ it, phone }: Person, isKept: boolean): string[] => [
  it.notes,
  ...(isKept ? [] : [`Also in the books as ${it.name}`]),
  ...(it.phone && !phone ? [`Phone: ${it.phone}`] : []),
  ...(it.email && !customerEmail.safeParse(it.email).success ? [`E-mail: ${it.email}`] : []),
  ...(it.parent_contact ? [`Parent: ${it.parent_contact}`] : []),
];

const joined = (lines: readonly string[]): string => cut([...new Set(lines.filter(Boolean))].join("\n"), mostNotes);

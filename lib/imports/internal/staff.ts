import { sql } from "drizzle-orm";
import { nearestName, plainName } from "@/lib/platform/nearest-name";
import { uuids } from "@/lib/platform/uuids";
import { addStaff } from "@/lib/staff/add-staff";
import { archiveStaff } from "@/lib/staff/archive-staff";
import type { Stretch } from "@/lib/staff/rules";
import { setStaffHours } from "@/lib/staff/set-staff-hours";
import { setStaffServices } from "@/lib/staff/set-staff-services";
import type { Scope } from "@/lib/tenancy/scope";
import { emailOf, listOf, nameOf, phoneOf, textOf, Wrong } from "./cells";
import type { Kind } from "./kind";
import { weekIn } from "./read-week";
import { madeBy, type Sold, serviceNamed, soldHere } from "./services";

type Person = { id: string; name: string; phone: string | null; serviceIds: string[] };

export const servingHere = ({ tx, tenantId }: Scope): Promise<Person[]> =>
  tx.execute<Person>(sql`
    select p.id, p.name, p.phone, (select coalesce(json_agg(c.service_id), '[]') from staff_services c
      where c.tenant_id = p.tenant_id and c.staff_id = p.id) as "serviceIds"
    from staff p where p.tenant_id = ${tenantId} and p.archived_at is null order by p.position, p.name`);

/** Somebody by their name, or by the first of their names where nobody else has it; or who was probably meant. */
export function personNamed(people: readonly Person[], typed: string): Person {
  const asked = plainName(typed);
  const exact = people.find(({ name }) => plainName(name) === asked);
  const alike = people.filter(({ name }) => plainName(name).split(" ")[0] === asked);
  const found = exact ?? (alike.length === 1 ? alike[0] : undefined);
  if (found) return found;
  const near = nearestName(
    typed,
    people.map(({ name }) => name),
  );
  throw new Wrong(`Nobody here is called “${typed}”${near ? `; did you mean “${near}”?` : ""}`);
}

type ReadStaff = {
  name: string;
  phone: string | null;
  email: string | null;
  title: string;
  serviceIds: string[];
  hours: Stretch[];
};

type Named = Pick<Person, "name" | "phone">;
const keyOf = ({ name, phone }: Named) => phone ?? plainName(name);
/** By their number, or by their name where one of the two has none. */
const isSame = (one: Named, other: Named): boolean =>
  one.phone && other.phone ? one.phone === other.phone : plainName(one.name) === plainName(other.name);

export const staffKind: Kind<ReadStaff, { sold: Sold; people: Person[] }> = {
  batch: 25,
  async around(scope) {
    return { sold: await soldHere(scope), people: await servingHere(scope) };
  },
  read: (cell, { around }) => ({
    name: nameOf(cell),
    phone: phoneOf(cell("phone")),
    email: emailOf(cell("email")),
    title: textOf("Title", 80, cell("title")),
    serviceIds: [...new Set(listOf(cell("services")).flatMap((names) => servicesIn(around.sold, names)))],
    hours: weekIn(cell("hours")),
  }),
  keyOf,

  async known(scope, all, { importId, around: { people } }) {
    const here = await madeBy(scope, importId);
    return new Map(
      all.flatMap((it) => {
        const id = people.find((one) => isSame(one, it))?.id;
        return id ? [[keyOf(it), here.has(id) ? ("here" as const) : ("before" as const)] as const] : [];
      }),
    );
  },

  remarks: async (_, rows) => {
    const idle = rows.filter(({ it }) => it.serviceIds.length === 0).length;
    return [
      "Nobody of them can sign in: they use up none of the sign-ins that your plan holds. Invite them under Members.",
      ...(idle > 0 ? [`What they do is not said of ${idle}: they are booked for nothing before you say it.`] : []),
    ];
  },

  async write(scope, rows) {
    const outcomes = [];
    for (const { line, it } of rows) {
      const { serviceIds, hours, ...profile } = it;
      const { id } = await addStaff(scope, profile, { imported: true });
      const services = serviceIds.map((serviceId) => ({ serviceId, durationMinutes: null, priceMinor: null }));
      const given = await setStaffServices(scope, id, { services, anyway: false });
      // Only a service that was put away in this very moment.
      if (!given.ok) throw new Error(`what somebody does was refused: ${given.refusal}`);
      if (hours.length > 0) await setStaffHours(scope, id, hours);
      outcomes.push({ line, outcome: "added" as const, madeId: id });
    }
    return outcomes;
  },

  async takeBack(scope, rows, { endedAt }) {
    const { tx, tenantId } = scope;
    const ids = uuids(rows.map(({ madeId }) => madeId!));
    const used = await tx.execute<{ id: string }>(sql`
      select staff_id as id from booking_lines where tenant_id = ${tenantId} and staff_id = any(${ids})
      union select staff_id from occupancies where tenant_id = ${tenantId} and staff_id = any(${ids})
      union select staff_id from time_off where tenant_id = ${tenantId} and staff_id = any(${ids})
      union select staff_id from sale_lines where tenant_id = ${tenantId} and staff_id = any(${ids})
      union select staff_id from waitlist_entries where tenant_id = ${tenantId} and staff_id = any(${ids})
      union select staff_id from queue_tickets where tenant_id = ${tenantId} and staff_id = any(${ids})
      union select staff_id from invitations where tenant_id = ${tenantId} and staff_id = any(${ids})
      union select staff_id from members where tenant_id = ${tenantId} and staff_id = any(${ids})
      union select entity_id from audit_entries
        where tenant_id = ${tenantId} and entity_id = any(${ids}) and at > ${endedAt.toISOString()}`);
    const stays = new Set(used.map(({ id }) => id));
    const alone = rows.filter(({ madeId }) => !stays.has(madeId!));
    for (const { madeId } of alone) await archiveStaff(scope, madeId!);
    return alone.map(({ line }) => line);
  },
};

/** What stands between two marks is one service, or several with commas where it is none. */
export function servicesIn(sold: Sold, names: string): string[] {
  if (sold.ids.has(plainName(names)) || !/[,+&]/.test(names)) return [serviceNamed(sold, names)];
  return names.split(/[,+&]/).flatMap((name) => (name.trim() ? serviceNamed(sold, name.trim()) : []));
}

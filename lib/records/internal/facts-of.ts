import { sql } from "drizzle-orm";
import { uuids } from "@/lib/platform/uuids";
import type { Scope } from "@/lib/tenancy/scope";

/** What a house knows of a customer in their own row, as it is stored. */
export type RowFacts = {
  name: string;
  phone: string | null;
  email: string | null;
  account_id: string | null;
  guardian_id: string | null;
  status: string;
  location: string;
  birthday: string | null;
  tags: string[];
  preferred_staff_id: string | null;
  service_notes: string;
  notes: string;
  allergies: string;
  language: string;
  wishes: Record<string, unknown>;
};

const columns =
  sql.raw(`name, phone, email, account_id, guardian_id, status, location, birthday, tags, preferred_staff_id,
  service_notes, notes, allergies, language, wishes`);

/** Of those who are there, in the order of their ids; `lock`: held until the end. */
export function factsOf(
  { tx, tenantId }: Scope,
  ids: readonly string[],
  lock = false,
): Promise<(RowFacts & { id: string })[]> {
  return tx.execute<RowFacts & { id: string }>(sql`
    select id, ${columns} from customers
    where tenant_id = ${tenantId} and id = any(${uuids(ids)}) and archived_at is null
    order by id ${lock ? sql`for update` : sql``}`);
}

/** Writes what is known of a customer as it was, or as it is from now on. */
export const putFacts = ({ tx, tenantId }: Scope, id: string, facts: RowFacts, archivedAt: Date | null) =>
  tx.execute(sql`
    update customers c set name = r.name, phone = r.phone, email = r.email, account_id = r.account_id,
      guardian_id = r.guardian_id, status = r.status, location = r.location, birthday = r.birthday,
      tags = array(select json_array_elements_text(r.tags)), preferred_staff_id = r.preferred_staff_id,
      service_notes = r.service_notes, notes = r.notes, allergies = r.allergies, language = r.language, wishes = r.wishes,
      archived_at = ${archivedAt?.toISOString() ?? null}
    from json_to_record(${JSON.stringify(facts)}::text::json) as r (name text, phone text, email text, account_id uuid,
      guardian_id uuid, status text, location text, birthday text, tags json, preferred_staff_id uuid, service_notes text,
      notes text, allergies text, language text, wishes jsonb)
    where c.tenant_id = ${tenantId} and c.id = ${id}`);

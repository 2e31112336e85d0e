import { sql } from "drizzle-orm";
import { nearestName, plainName } from "@/lib/platform/nearest-name";
import { typedAmount } from "@/lib/platform/typed-amount";
import { uuids } from "@/lib/platform/uuids";
import { addService } from "@/lib/services/add-service";
import { archiveService } from "@/lib/services/change-service";
import { type AddServiceInput, addServiceInput } from "@/lib/services/input";
import type { Scope } from "@/lib/tenancy/scope";
import { type Cell, Wrong } from "./cells";
import type { Kind } from "./kind";
import { lengthIn } from "./read-length";

/** What is sold by now: ids by names as they are compared, and the names as they are written. */
export type Sold = { ids: Map<string, string>; names: string[] };

export async function soldHere({ tx, tenantId }: Scope): Promise<Sold> {
  const rows = await tx.execute<{ id: string; name: string }>(sql`
    select id, name from services where tenant_id = ${tenantId} and archived_at is null order by position desc, name desc`);
  return { ids: new Map(rows.map(({ id, name }) => [plainName(name), id])), names: rows.map(({ name }) => name) };
}

/** A service by its name, or which one was probably meant. */
export function serviceNamed({ ids, names }: Sold, typed: string): string {
  const id = ids.get(plainName(typed));
  if (id) return id;
  const near = nearestName(typed, names);
  throw new Wrong(`Service “${typed}” is not among yours${near ? `; did you mean “${near}”?` : ""}`);
}

/** What earlier rows of a file have made. */
export async function madeBy({ tx, tenantId }: Scope, importId: string): Promise<Set<string>> {
  const made = await tx.execute<{ id: string }>(sql`
    select made_id as id from import_rows
    where tenant_id = ${tenantId} and import_id = ${importId} and made_id is not null`);
  return new Set(made.map(({ id }) => id));
}

const labels: Record<string, string> = {
  name: "Name",
  category: "Category",
  segments: "Minutes",
  priceMinor: "Price",
  description: "Description",
  bufferBeforeMinutes: "Minutes kept free before",
  bufferAfterMinutes: "Minutes kept free after",
};

function readService(cell: Cell, currency: string): AddServiceInput {
  const read = addServiceInput.safeParse({
    name: cell("name"),
    category: cell("category") || "Services",
    description: cell("description"),
    segments: [{ kind: "work", minutes: lengthIn("Minutes", cell("minutes")) }],
    priceMinor: priceIn(cell("price"), currency),
    bufferBeforeMinutes: lengthIn("Minutes kept free before", cell("before") || "0"),
    bufferAfterMinutes: lengthIn("Minutes kept free after", cell("after") || "0"),
  });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Wrong(`${labels[String(issue!.path[0])] ?? "This row"} ${issue!.message}`);
}

/** `1,500`, `KES 1,500.00` or `1500/=`. */
function priceIn(cell: string, currency: string): number {
  const bare = cell.replace(new RegExp(`^(${currency}|kshs?\\.?)`, "i"), "").replace(/(\/[=-]|ksh|kes)$/i, "");
  const amount = typedAmount(bare);
  if (Number.isNaN(amount)) throw new Wrong(cell ? `Price “${cell}” is not an amount` : "Price is missing");
  return Math.round(amount * 100);
}

/** A service with the name of one that is sold is that one. */
export const serviceKind: Kind<AddServiceInput, Sold> = {
  batch: 50,
  around: soldHere,
  read: (cell, { currency }) => readService(cell, currency),
  keyOf: ({ name }) => plainName(name),

  async known(scope, _, { importId, around: { ids } }) {
    const here = await madeBy(scope, importId);
    return new Map([...ids].map(([name, id]) => [name, here.has(id) ? ("here" as const) : ("before" as const)]));
  },

  remarks: async () => ["Nobody does them yet: say who, under Staff, or name them in a list of staff."],

  async write(scope, rows) {
    const outcomes = [];
    for (const { line, it } of rows) {
      const added = await addService(scope, it);
      // Only windows of its own could be refused, and a file says none.
      if (!added.ok) throw new Error(`a service was refused: ${added.refusal}`);
      outcomes.push({ line, outcome: "added" as const, madeId: added.value.id });
    }
    return outcomes;
  },

  async takeBack(scope, rows, { endedAt }) {
    const { tx, tenantId } = scope;
    const ids = uuids(rows.map(({ madeId }) => madeId!));
    const used = await tx.execute<{ id: string }>(sql`
      select service_id as id from booking_lines where tenant_id = ${tenantId} and service_id = any(${ids})
      union select service_id from staff_services where tenant_id = ${tenantId} and service_id = any(${ids})
      union select service_id from sale_lines where tenant_id = ${tenantId} and service_id = any(${ids})
      union select service_id from waitlist_entries where tenant_id = ${tenantId} and service_id = any(${ids})
      union select service_id from queue_tickets where tenant_id = ${tenantId} and service_id = any(${ids})
      union select of_reward from rewards cross join unnest(service_ids) as of_reward
        where tenant_id = ${tenantId} and of_reward = any(${ids})
      union select service_id from recipe_items where tenant_id = ${tenantId} and service_id = any(${ids})
      union select entity_id from audit_entries
        where tenant_id = ${tenantId} and entity_id = any(${ids}) and at > ${endedAt.toISOString()}`);
    const stays = new Set(used.map(({ id }) => id));
    const alone = rows.filter(({ madeId }) => !stays.has(madeId!));
    for (const { madeId } of alone) await archiveService(scope, madeId!);
    return alone.map(({ line }) => line);
  },
};

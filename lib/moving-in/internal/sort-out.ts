import type { Dump, OldRow } from "../dump";
import { type LoginName, loginNames } from "./login-names";

/** A business of the dump with its rows; `told`: what is to be known of some of them, by `model id`. */
export type OldHouse = {
  tenant: OldRow;
  rows(model: string): readonly OldRow[];
  told: ReadonlyMap<string, string>;
  /** What each login of the whole dump may be known by, by the id of its row. */
  names: ReadonlyMap<string, LoginName>;
};
export type Stray = { row: OldRow; why: string };

export const keyOf = ({ model, id }: { model: string; id: string }): string => `${model} ${id}`;

/** Whose a row is that names no business: whose what it names is. The field, and the model that it names. */
const through: Record<string, [field: string, model: string][]> = {
  staffmember: [],
  service: [],
  product: [],
  customer: [["parent", "customer"]],
  serviceproductconsumption: [["service", "service"]],
  booking: [
    ["customer", "customer"],
    ["service", "service"],
  ],
  visit: [
    ["customer", "customer"],
    ["booking", "booking"],
  ],
  reward: [],
  customerreward: [
    ["customer", "customer"],
    ["reward", "reward"],
  ],
  review: [
    ["visit", "visit"],
    ["customer", "customer"],
  ],
  expense: [],
  galleryimage: [["staff_member", "staffmember"]],
  userprofile: [],
};

/** What is brought; anything else is counted and named. */
export const broughtModels = [...Object.keys(through), "tenant", "user"];

const text = (value: unknown): string | null =>
  typeof value === "string" || typeof value === "number" ? String(value).toLowerCase() : null;

export function sortOut(dump: Dump): { houses: OldHouse[]; strays: Stray[] } {
  const all = new Map([...dump.values()].flatMap((rows) => rows.map((row) => [keyOf(row), row] as const)));
  const profiles = new Map((dump.get("userprofile") ?? []).map((row) => [text(row.fields.user), row] as const));
  const strays: Stray[] = [];
  const told = new Map<string, string>();
  const sorted = new Map<string, Map<string, OldRow[]>>();
  const isHouse = (id: string | null): id is string => id !== null && all.has(`tenant ${id}`);

  /** Told by what the row names; a circle of parents ends. */
  const houseOf = (row: OldRow, depth = 0): string | null => {
    const own = text(row.fields.tenant);
    if (isHouse(own) || depth > 3) return isHouse(own) ? own : null;
    for (const [field, model] of through[row.model] ?? []) {
      const named = all.get(`${model} ${text(row.fields[field])}`);
      const house = named ? houseOf(named, depth + 1) : null;
      if (house) return house;
    }
    return null;
  };

  const keep = (tenantId: string, row: OldRow) => {
    const rows = sorted.get(tenantId) ?? new Map<string, OldRow[]>();
    sorted.set(tenantId, rows);
    const same = rows.get(row.model);
    if (same) same.push(row);
    else rows.set(row.model, [row]);
  };
  for (const model of Object.keys(through)) {
    for (const row of dump.get(model) ?? []) {
      const house = houseOf(row);
      if (!house) {
        if (model !== "userprofile") strays.push({ row, why: "belongs to no business of the dump" });
        continue;
      }
      if ("tenant" in row.fields && !isHouse(text(row.fields.tenant)))
        told.set(keyOf(row), "named no business: it is taken for its customer’s");
      keep(house, row);
    }
  }
  for (const row of dump.get("user") ?? []) {
    const profile = profiles.get(row.id);
    const house = profile ? text(profile.fields.tenant) : null;
    if (row.fields.is_superuser === true)
      strays.push({ row, why: "ran the platform: make admins with npm run admin:create" });
    else if (isHouse(house)) keep(house, row);
    else strays.push({ row, why: profile ? "belongs to no business" : "has no profile, so it is nobody’s" });
  }
  const names = loginNames(dump);
  const houses = (dump.get("tenant") ?? []).map((tenant) => ({
    tenant,
    rows: (model: string) => sorted.get(tenant.id)?.get(model) ?? [],
    told,
    names,
  }));
  return { houses, strays };
}

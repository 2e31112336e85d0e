import { and, eq } from "drizzle-orm";
import { isDuplicate } from "@/db/errors";
import { customers } from "@/db/schema/customers";
import { actorMay } from "@/lib/auth/actor-may";
import type { ToldChange } from "@/lib/events/catalogue";
import { differenceOf } from "@/lib/platform/difference";
import { ok, type Result, refuse } from "@/lib/platform/result";
import { requireRoom } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import type { AddRefusal } from "./add-by-hand";
import type { ChangeCustomerInput, CustomerFields } from "./file-input";
import { type NotThere, notThere } from "./gone";
import { pointsNowhere, setFavourites } from "./internal/favourites";
import { lockCustomer } from "./internal/lock-customer";
import { phoneHolder } from "./internal/phone-holder";
import { recordChanged } from "./internal/record-changed";
import { writeDown } from "./internal/write-down";

export type ChangeCustomerRefusal =
  | NotThere
  /** Somebody else has written since: what stands there now of what was to change. */
  | { refusal: "moved_on"; is: Partial<CustomerFields> }
  | AddRefusal;

/** What the house keeps of somebody, written only over what was seen: of two who write at once the second is told so. */
export async function changeCustomer(
  scope: Scope,
  id: string,
  { to, seen }: ChangeCustomerInput,
): Promise<Result<{ id: string }, ChangeCustomerRefusal>> {
  const is = await lockCustomer(scope, id);
  if (!is || is.gone) return notThere(scope, id);
  const wish = { ...to, ...(to.favourites ? { favourites: [...new Set(to.favourites)].sort() } : {}) };
  const { before, after } = differenceOf(is, wish as Partial<typeof is>);
  const changed = Object.keys(after) as (keyof CustomerFields)[];
  // What was left as it was seen is nobody's to write over what somebody else has written there since.
  const meant = changed.filter((field) => !same(wish[field], seen[field]));
  const moved = meant.filter((field) => !same(is[field], seen[field]));
  // Whoever may write and not read is told no more than that.
  const told = actorMay(scope.actor, "customers.see") ? moved : [];
  if (moved.length > 0) return refuse("moved_on", { is: pick(is, told) });
  if (meant.length === 0) return ok({ id });
  const { favourites, ...columns } = pick(after, meant) as Partial<CustomerFields>;
  const fields = await pointsNowhere(scope, { preferredStaffId: columns.preferredStaffId, favourites });
  if (fields) return refuse("invalid", { fields });
  // Who can be reached from now on counts as one more.
  if (columns.phone && !is.phone) await requireRoom(scope, "activeCustomers");
  if (Object.keys(columns).length > 0 && !(await write(scope, id, columns))) {
    const by = await phoneHolder(scope, columns.phone!);
    if (!by) throw new Error("a number is taken by nobody");
    return refuse("phone_taken", { by });
  }
  if (favourites) await setFavourites(scope, id, favourites);
  await writeDown(scope, id, pick(before, meant), pick(after, meant));
  await recordChanged(scope, id, whatTheyHear(is, columns));
  return ok({ id });
}

/** That they are reached elsewhere now, and whether they may book by themself. */
function whatTheyHear(was: Partial<CustomerFields>, is: Partial<CustomerFields>): Omit<ToldChange, "id"> {
  const ways = [...(is.phone ? ["sms" as const] : []), ...(is.email ? ["email" as const] : [])];
  const what = [
    ...(ways.length > 0 ? ["contact" as const] : []),
    ...(is.status === "blocked" ? ["blocked" as const] : []),
    ...(is.status !== undefined && was.status === "blocked" ? ["unblocked" as const] : []),
  ];
  return { what, ways };
}

/** False when the number is somebody else's. */
async function write(scope: Scope, id: string, columns: Partial<CustomerFields>): Promise<boolean> {
  const one = and(eq(customers.tenantId, scope.tenantId), eq(customers.id, id));
  try {
    await scope.tx.transaction((tx) => tx.update(customers).set(columns).where(one));
    return true;
  } catch (error) {
    if (isDuplicate(error, "customers_phone")) return false;
    throw error;
  }
}

const ordered = (value: unknown) => (Array.isArray(value) ? [...value].sort() : value);
const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(ordered(one) ?? null) === JSON.stringify(ordered(other) ?? null);
const pick = <T extends object>(from: T, names: readonly string[]): Partial<T> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name))) as Partial<T>;

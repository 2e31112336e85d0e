import { eq, sql } from "drizzle-orm";
import { isDuplicate } from "@/db/errors";
import { tenants } from "@/db/schema/tenants";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { differenceOf } from "@/lib/platform/difference";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { BusinessChange } from "./change-input";
import { toCome } from "./get-business";
import { languageOf, mostFormerSlugs } from "./rules";
import { changeRules } from "./rules-lock";
import type { Scope } from "./scope";

export type BusinessRefusal =
  | { refusal: "slug_taken" | "too_many_slugs" }
  /** Bookings to come stand in the zone of now. */
  | { refusal: "zone_in_use"; bookings: number };

type Row = typeof tenants.$inferSelect;

/** What a house says of itself, its address and its colour. What is the same as before changes nothing. */
export async function changeBusiness(
  scope: Scope,
  wanted: BusinessChange,
): Promise<Result<{ slug: string }, BusinessRefusal>> {
  const { tx, tenantId } = scope;
  // Whoever books reads the house after it holds its rules: in the same order here, and nobody waits for the other.
  if (wanted.timeZone) await changeRules(scope);
  const [before] = await tx.select().from(tenants).where(eq(tenants.id, tenantId)).for("update");
  if (!before) throw new Error(`tenant ${tenantId} is not there`);
  const { language, ...rest } = wanted;
  const locale = language && language !== languageOf(before.locale) ? { locale: `${language}-KE` } : {};
  const difference = differenceOf(before, { ...rest, ...locale } as Partial<Row>);
  const to = difference.after;
  if (Object.keys(to).length === 0) return ok({ slug: before.slug });
  if (to.timeZone) {
    const [{ many } = { many: "0" }] = await tx.execute<{ many: string }>(
      sql`select ${toCome()} as many from tenants t where t.id = ${tenantId}`,
    );
    if (Number(many) > 0) return refuse("zone_in_use", { bookings: Number(many) });
  }
  const addresses = to.slug ? await addressesOf(scope, before, to.slug) : null;
  if (addresses && !addresses.ok) return addresses;
  try {
    // Whoever takes the same address in this moment is found out by the row itself, and the rest goes on from here.
    const values = addresses ? { ...to, formerSlugs: addresses.value } : to;
    await tx.transaction((inner) => inner.update(tenants).set(values).where(eq(tenants.id, tenantId)));
  } catch (error) {
    if (isDuplicate(error, "tenants_slug_unique")) return refuse("slug_taken");
    throw error;
  }
  await recordAudit(scope, {
    action: "business.changed",
    entity: "tenant",
    entityId: tenantId,
    ...difference,
  });
  recordEvent(scope, { name: "business.changed", tenantId });
  return ok({ slug: to.slug ?? before.slug });
}

/**
 * The addresses of before, once it goes by this one. A house that has never been open has told nobody of its own, and keeps
 * none. What was its own it may take again; what is or was
 * another's it may not.
 */
async function addressesOf(
  { tx, tenantId }: Scope,
  { slug, formerSlugs, status }: Row,
  wanted: string,
): Promise<Result<string[], { refusal: "slug_taken" | "too_many_slugs" }>> {
  const [holder] = await tx.execute<{ id: string }>(sql`select id from door_tenant_by_slug(${wanted})`);
  if (holder && holder.id !== tenantId) return refuse("slug_taken");
  const former = [...formerSlugs.filter((one) => one !== wanted), ...(status === "pending" ? [] : [slug])];
  return former.length > mostFormerSlugs ? refuse("too_many_slugs") : ok(former);
}

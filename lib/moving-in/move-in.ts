import { sql } from "drizzle-orm";
import { isDuplicate, saidWhy } from "@/db/errors";
import { recordAudit } from "@/lib/auth/audit";
import { recordEvent } from "@/lib/events/record-event";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { numberedSlug, slugOf } from "@/lib/tenancy/slug";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import type { Dump } from "./dump";
import { leftOut } from "./internal/left-out";
import { moveBookings } from "./internal/move-bookings";
import { moveCustomers } from "./internal/move-customers";
import { moveExpenses } from "./internal/move-expenses";
import { moveGallery, type Pictures, readPictures } from "./internal/move-gallery";
import { moveOffers } from "./internal/move-offers";
import { movePeople } from "./internal/move-people";
import { moveReviews } from "./internal/move-reviews";
import { moveRewards } from "./internal/move-rewards";
import { moveStock } from "./internal/move-stock";
import { moveVisits } from "./internal/move-visits";
import { openHouse } from "./internal/open-house";
import { openMove, Tried, wholeReport } from "./internal/open-move";
import { readHouse } from "./internal/read-house";
import { broughtModels, type OldHouse, sortOut } from "./internal/sort-out";
import { sumUp } from "./internal/sums";
import { idHere, type Move, writeKept } from "./internal/tally";
import { listSamples } from "./list-samples";
import { type HouseReport, isWrong, type Report } from "./report";

export type How = {
  dryRun: boolean;
  /** The folder that the dump's pictures lie in. */
  media: string | null;
  /** `local`: what the old system took for UTC was read off the wall clock. */
  times: "utc" | "local";
  /** After each business. */
  heard?(house: HouseReport): void;
};

export const timeZone = "Africa/Nairobi";
const localMs = 3 * 3_600_000;
const actor: Actor = { kind: "system", job: "import:django" };

/**
 * The houses of a dump, one after the other: each is brought whole or not at all, and what was brought is not brought again.
 * One that cannot be brought keeps none of the others out.
 */
export async function moveIn(dump: Dump, how: How): Promise<Report> {
  const { houses, strays } = sortOut(dump);
  const run = newId();
  const reports: HouseReport[] = [];
  for (const house of houses) {
    const report = await moveHouse(house, run, how).catch((error) => failedHouse(house, error));
    reports.push(report);
    how.heard?.(report);
  }
  return {
    dryRun: how.dryRun,
    isRight: !reports.some(isWrong),
    houses: reports,
    strays: strays.map(({ row, why }) => ({ model: row.model, oldId: row.id, why })),
    left: leftOut(dump, broughtModels),
  };
}

const failedHouse = ({ tenant }: OldHouse, error: unknown): HouseReport => ({
  ...{ id: idHere(tenant), name: String(tenant.fields.name ?? ""), slug: "", failed: saidWhy(error) },
  ...{ counts: {}, remarks: [], overlaps: [], sums: [], samples: [] },
});

const mostNamesakes = 200;

async function moveHouse(house: OldHouse, run: string, how: How): Promise<HouseReport> {
  const tenantId = idHere(house.tenant);
  const was = await readTenant(tenantId, actor, picturesBefore);
  const pictures = await readPictures(house, { media: how.media, tenantId, keep: !how.dryRun, was });
  const wanted = slugOf(String(house.tenant.fields.name ?? ""));
  for (let number = 1; number <= mostNamesakes; number++) {
    const slug = numberedSlug(wanted, number);
    if ((await findTenant(slug)) && !(await isHere(tenantId))) continue;
    try {
      return await withTenant(tenantId, actor, (scope) => bring(scope, house, { run, slug, pictures, how }));
    } catch (error) {
      // Undone on purpose: the report says what would have been, or what was off.
      if (error instanceof Tried) return error.report;
      if (!isDuplicate(error, "tenants_slug_unique")) throw error;
    }
  }
  throw new Error("no address is left for this name");
}

const isHere = (tenantId: string): Promise<boolean> =>
  readTenant(tenantId, actor, async ({ tx }) => {
    const rows = await tx.execute(sql`select 1 from tenants where id = ${tenantId}`);
    return rows.length > 0;
  });

async function picturesBefore({ tx, tenantId }: Scope): Promise<ReadonlySet<string>> {
  const rows = await tx.execute<{ id: string }>(sql`
    select old_id as id from moved_rows where tenant_id = ${tenantId} and model = 'galleryimage'`);
  return new Set(rows.map(({ id }) => id));
}

type About = { run: string; slug: string; pictures: Pictures; how: How };

/** In the order in which one thing needs another. */
async function bring(scope: Scope, house: OldHouse, { run, slug, pictures, how }: About): Promise<HouseReport> {
  const move = await openMove(scope, house, { run, at: now(), timeZone, localMs: how.times === "local" ? localMs : 0 });
  if (!move.isOpen) await openHouse(move, house.tenant, slug);
  await moveOffers(move);
  await movePeople(move);
  await moveStock(move);
  const people = await moveCustomers(move);
  const overlaps = await moveBookings(move, await readHouse(move));
  await moveVisits(move, await readHouse(move));
  await moveRewards(move, people);
  await moveReviews(move);
  await moveExpenses(move);
  await moveGallery(move, pictures);
  await writeKept(move);
  await tellOfMove(move);
  // What is checked at the end is checked now, as long as it can still be told.
  await scope.tx.execute(sql`set constraints all immediate`);
  const report = await wholeReport(move, { overlaps, sums: await sumUp(move), samples: await listSamples(scope) });
  if (how.dryRun || isWrong(report)) throw new Tried(report);
  return report;
}

async function tellOfMove({ scope, kept }: Move): Promise<void> {
  if (kept.length === 0) return;
  const { tenantId } = scope;
  recordEvent(scope, { name: "house.moved", tenantId });
  await recordAudit(scope, {
    action: "house.moved_in",
    entity: "tenant",
    entityId: tenantId,
    after: { rows: kept.length },
  });
}

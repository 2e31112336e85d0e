import postgres, { type Sql, type TransactionSql } from "postgres";
import { localDate } from "@/lib/platform/calendar";
import { isOverlap } from "../errors";
import { amani } from "./amani";
import { seedApiKeys } from "./api-keys";
import { seedBase, seedLaterOffers, tenantIdOf } from "./base";
import { seedCampaigns } from "./campaigns";
import { seedConsents } from "./consents";
import { seedConversations } from "./conversations";
import { seedCustomerFiles } from "./customer-files";
import { leaveUnpaid, seedDeposits } from "./deposits";
import { leaveDeskScenes, leaveOtherDays } from "./desk-scenes";
import { seedExpenses } from "./expenses";
import { fill } from "./fill";
import { seedFirstSteps } from "./first-steps";
import { seedGallery } from "./gallery";
import { leaveHeld } from "./held";
import { seedHouseRules } from "./house-rules";
import { leaveWhose, seedImports } from "./imports";
import { seedUsers } from "./logins";
import { seedMessages } from "./messages";
import { seedMoney } from "./money";
import { seedNotices } from "./notices";
import { pastFrom } from "./past";
import { seedPastHouse } from "./past-house";
import { seedPhotos } from "./photos";
import { seedReviews, seedTestimonials } from "./reviews";
import { seedRewards } from "./rewards";
import { leaveRequests, letTimePass } from "./roll";
import { demoId } from "./stable";
import { seedStock } from "./stock";
import { seedSubscriptions } from "./subscriptions";
import { seedTeam } from "./team";
import { leaveTill } from "./till";
import { midnight } from "./wall-clock";

/** A change of the demo's data that an older `.data` should get on its next start. */
const version = 10;
const lockKey = 7_130_402_116;
const markerId = demoId("marker");

/** `files`: the folder that pictures are kept in. `year`: a new database has a year behind it, and not four weeks. */
type Demo = { now: Date; password: string; files: string; year?: boolean };
type Marker = { version: number; today: string; since: string; from?: string | undefined };

/**
 * Two believable businesses around today, and some that have applied. Every start rolls them forward: days that have come nearer fill up, what is
 * past becomes visits. Nothing that somebody made or changed by hand is touched or taken away.
 */
export async function seedDemo(demo: Demo & { platformUrl: string }): Promise<void> {
  const sql = postgres(demo.platformUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await rolled(sql, demo, 3);
  } finally {
    await sql.end();
  }
}

/** Somebody may book in a running demo while another start fills the day: then the plan is made again around it. */
async function rolled(sql: Sql, demo: Demo, attempts: number): Promise<void> {
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${lockKey})`;
      await rollForward(tx, demo);
    });
  } catch (error) {
    if (attempts === 1 || !isOverlap(error)) throw error;
    await rolled(sql, demo, attempts - 1);
  }
}

async function rollForward(sql: TransactionSql, { now, password, files, year = false }: Demo): Promise<void> {
  const today = localDate(now, amani.timeZone);
  const marker = await readMarker(sql);
  const [isFirst, since] = [!marker, marker?.since ?? today];
  const from = marker ? marker.from : year ? pastFrom(today) : undefined;
  const newDay = marker?.today !== today || marker.version !== version;
  if (newDay) {
    const fresh = await seedBase(sql, today);
    await seedHouseRules(sql, marker && marker.version < 3 ? [amani] : fresh, today);
    // Only once, as below: what somebody took off the list does not come back.
    if (marker && marker.version < 4) await seedLaterOffers(sql, amani, today);
    if (!marker || marker.version < 5) await seedDeposits(sql, amani);
    if (!marker || marker.version < 9) await seedFirstSteps(sql, now);
  }
  await seedUsers(sql, password, now);
  if (isFirst && from) await seedPastHouse(sql, amani, from, today);
  if (newDay) await fill(sql, amani, { today, since, now, from, isFirst });
  await letTimePass(sql, amani, now);
  // Those last for hours only, so the next start may find none.
  await leaveHeld(sql, amani, now);
  await leaveUnpaid(sql, amani, now);
  await leaveDeskScenes(sql, amani, today, now);
  // Only once: what somebody settles stays settled. Before the till closes the days that it came on.
  if (!marker || marker.version < 5) await seedMoney(sql, now);
  const past = isFirst ? from : undefined;
  await leaveTill(sql, amani, { today, now, past });
  await seedRewards(sql, amani, today, now);
  await seedExpenses(sql, amani, today, now);
  if (!marker || marker.version < 6) await seedSubscriptions(sql, today, now);
  await seedStock(sql, amani, { today, now, past });
  await seedReviews(sql, amani, now);
  if (!marker || marker.version < 7) {
    await seedConversations(sql, amani, now);
    await seedTestimonials(sql, now);
  }
  if (!marker || marker.version < 8) await seedGallery(sql, now, files);
  await seedCustomerFiles(sql, amani, { today, now, past });
  await seedImports(sql, amani, today, now);
  await leaveWhose(sql, amani, now);
  if (!newDay) return;
  // Only once: a photo that somebody removed does not come back the next day.
  if (marker?.version !== version) await seedPhotos(sql, now);
  await leaveRequests(sql, amani, today, now);
  await leaveOtherDays(sql, amani, today, now);
  await seedNotices(sql, amani, now);
  await seedApiKeys(sql, amani, now);
  await seedMessages(sql, amani, now);
  await seedTeam(sql, today, now);
  await seedConsents(sql, amani);
  await seedCampaigns(sql, amani, today, now);
  await writeMarker(sql, { version, today, since, from });
}

async function readMarker(sql: TransactionSql): Promise<Marker | undefined> {
  const [row] = await sql<{ payload: Marker }[]>`
    select payload from due where tenant_id = ${tenantIdOf(amani)} and id = ${markerId}`;
  return row?.payload;
}

/** A piece of work that is done already: how far the demo has been rolled. No job ever picks it up. */
async function writeMarker(sql: TransactionSql, marker: Marker): Promise<void> {
  const at = midnight(marker.today, amani.timeZone);
  await sql`insert into due (tenant_id, id, kind, due_at, payload, done_at, created_at)
    values (${tenantIdOf(amani)}, ${markerId}, 'demo.rolled', ${at}, ${sql.json(marker)}, ${at}, ${at})
    on conflict (tenant_id, id) do update set due_at = excluded.due_at, payload = excluded.payload, done_at = excluded.done_at`;
}

import { sql } from "drizzle-orm";
import type { DomainEvent } from "@/lib/events/catalogue";
import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import type { OutgoingMessage } from "@/lib/notifications/queue-message";
import { env } from "@/lib/platform/env";
import { formatDayTime, type Language } from "@/lib/platform/format";
import { insertTogether } from "@/lib/platform/insert-together";
import { once } from "@/lib/platform/once";
import { ok } from "@/lib/platform/result";
import { houseOf } from "@/lib/tenancy/house-of";
import { membersOf } from "@/lib/tenancy/owners-of";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { closingWords } from "./words";

type Event = Extract<DomainEvent, { name: "business.closed" | "business.kept" }>;
type House = { name: string; timeZone: string };

const job = { kind: "system", job: "tell of closing" } as const;

/** Everybody who works there hears of it where they can be reached, and so does the platform, once. */
export async function tellOfClosing(scope: Scope, events: readonly Event[]): Promise<OutgoingMessage[]> {
  const [house, people] = [await houseOf(scope), await membersOf(scope)];
  const messages: OutgoingMessage[] = [];
  for (const event of events) {
    await tellPlatform(event, house.name);
    const template = event.name === "business.closed" ? "business-closed" : "business-kept";
    for (const { channel, to, language } of people)
      messages.push({
        ...{ channel, to, template },
        ...wordsOf(event, house, language),
        dedupeKey: `${template} ${event.closesAt} ${to}`,
      });
  }
  return messages;
}

async function tellPlatform({ name, tenantId, closesAt }: Event, business: string): Promise<void> {
  const what = name === "business.closed" ? "is being closed" : "stays after all";
  const moved = { name: "closing.moved", tenantId, business, what } as const;
  const key = `${name} ${tenantId} ${closesAt}`;
  await withTenant(platformTenantId, job, async (platform) => {
    await platform.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    await once(platform, "closing moved", { key }, async () => {
      await insertTogether(platform, [
        notificationOf(platform, moved, { customerName: null, timeZone: "Africa/Nairobi" }),
      ]);
      recordEvent(platform, moved);
      return ok(null);
    });
  });
}

function wordsOf({ name, closesAt }: Event, house: House, language: Language): { subject: string; body: string } {
  const [say, dashboard] = [closingWords[language], `${env().APP_URL}/dashboard`];
  return name === "business.kept"
    ? say.kept(house.name, dashboard)
    : say.closed(house.name, dashboard, formatDayTime(closesAt, house.timeZone, language));
}

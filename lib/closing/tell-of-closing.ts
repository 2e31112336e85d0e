import type { DomainEvent } from "@/lib/events/catalogue";
import type { OutgoingMessage } from "@/lib/notifications/queue-message";
import { env } from "@/lib/platform/env";
import { formatDayTime } from "@/lib/platform/format";
import { houseOf } from "@/lib/tenancy/house-of";
import { membersOf } from "@/lib/tenancy/owners-of";
import type { Scope } from "@/lib/tenancy/scope";
import { tellPlatform } from "./tell-platform";

type Event = Extract<DomainEvent, { name: "business.closed" | "business.kept" }>;
type House = { name: string; timeZone: string };

/** Everybody who works there hears of it where they can be reached, and so does the platform, once. */
export async function tellOfClosing(scope: Scope, events: readonly Event[]): Promise<OutgoingMessage[]> {
  const [house, people] = [await houseOf(scope), await membersOf(scope)];
  const messages: OutgoingMessage[] = [];
  for (const event of events) {
    const what = event.name === "business.closed" ? "is being closed" : "stays after all";
    await tellPlatform(
      { name: "closing.moved", tenantId: event.tenantId, business: house.name, what },
      `${event.name} ${event.tenantId} ${event.closesAt}`,
    );
    const template = event.name === "business.closed" ? "business-closed" : "business-kept";
    for (const { channel, to } of people)
      messages.push({
        ...{ channel, to, template },
        ...wordsOf(event, house),
        dedupeKey: `${template} ${event.closesAt} ${to}`,
      });
  }
  return messages;
}

function wordsOf({ name: event, closesAt }: Event, { name, timeZone }: House): { subject: string; body: string } {
  const dashboard = `${env().APP_URL}/dashboard`;
  if (event === "business.kept")
    return {
      subject: `${name} stays open`,
      body: `${name} is not closed after all. Everything is as it was: ${dashboard}`,
    };
  return {
    subject: `${name} is being closed`,
    body: `${name} takes no more bookings. Until ${formatDayTime(closesAt, timeZone)} everything in it can be read and exported, and its owner can keep it after all. Then all of it is deleted for good: ${dashboard}`,
  };
}

import type { DomainEvent } from "@/lib/events/catalogue";
import type { OutgoingMessage } from "@/lib/notifications/queue-message";
import { env } from "@/lib/platform/env";
import { formatDayTime, type Language } from "@/lib/platform/format";
import { houseOf } from "@/lib/tenancy/house-of";
import { membersOf } from "@/lib/tenancy/owners-of";
import type { Scope } from "@/lib/tenancy/scope";
import { tellPlatform } from "./tell-platform";
import { closingWords } from "./words";

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
    for (const { channel, to, language } of people)
      messages.push({
        ...{ channel, to, template },
        ...wordsOf(event, house, language),
        dedupeKey: `${template} ${event.closesAt} ${to}`,
      });
  }
  return messages;
}

function wordsOf({ name, closesAt }: Event, house: House, language: Language): { subject: string; body: string } {
  const [say, dashboard] = [closingWords[language], `${env().APP_URL}/dashboard`];
  return name === "business.kept"
    ? say.kept(house.name, dashboard)
    : say.closed(house.name, dashboard, formatDayTime(closesAt, house.timeZone, language));
}

import { recordEvent } from "@/lib/events/record-event";
import { notificationOf } from "@/lib/notifications/create-notification";
import { insertTogether } from "@/lib/platform/insert-together";
import { houseOf } from "@/lib/tenancy/house-of";
import type { Scope } from "@/lib/tenancy/scope";
import type { Unit } from "../rules";

type About = { productId: string; what: string; left: number; unit: Unit };

/** The desk learns that something is running low. */
export async function tellLow(scope: Scope, about: About): Promise<void> {
  const { timeZone } = await houseOf(scope);
  const low = { name: "stock.low", ...about } as const;
  recordEvent(scope, low);
  await insertTogether(scope, [notificationOf(scope, low, { customerName: null, timeZone })]);
}

import type { Language } from "@/lib/platform/format";

/** A day as it is shown without a network: who comes when for what. No numbers, no prices, no notes. */
export type KeptDay = {
  house: string;
  timeZone: string;
  /** Of the words below. */
  language: Language;
  /** The day it is of, in the business's zone, and in words. */
  date: string;
  dayWords: string;
  /** When it was like that, on the clock there. */
  at: string;
  rows: { time: string; customer: string; what: string; status: string }[];
};

const name = "kept-days";
const ofUser = (userId: string) => `/kept/${userId}/`;
const most = 200;

type Whose = { userId: string; tenantId: string /** Of all businesses they work at. */; tenantIds: readonly string[] };

/** For the worker, which shows it when no page answers. What was kept for anybody else goes, and of where they work no more. */
export async function keepDay({ userId, tenantId, tenantIds }: Whose, day: KeptDay): Promise<void> {
  const cache = await caches.open(name);
  const theirs = tenantIds.map((id) => `${ofUser(userId)}${id}`);
  for (const key of await cache.keys()) if (!theirs.includes(new URL(key.url).pathname)) await cache.delete(key);
  const text = JSON.stringify({ ...day, rows: day.rows.slice(0, most) });
  await cache.put(
    `${ofUser(userId)}${tenantId}`,
    new Response(text, { headers: { "content-type": "application/json" } }),
  );
}

/** Whoever leaves takes along what was kept for them. */
export async function dropKeptDays(): Promise<void> {
  // Without https there is no such thing.
  if ("caches" in globalThis) await caches.delete(name).catch(() => false);
}

import type { SimAccount } from "./accounts";
import { error, type Reply, tooMany } from "./reply";
import type { StkOptions } from "./stk-options";
import type { World } from "./world";

/** So many pushes of one app in a second. */
export function limitPushes(world: World, { consumerKey }: SimAccount, { pushesPerSecond }: StkOptions): Reply | null {
  const now = world.clock.now();
  const recent = (world.asked.get(`push ${consumerKey}`) ?? []).filter((at) => now - at < 1_000);
  world.asked.set(`push ${consumerKey}`, [...recent, now]);
  return recent.length < pushesPerSecond ? null : error(world, 500, "500.003.02", "Spike Arrest Violation");
}

/** One query of an app, and then a pause. */
export function limitQueries(world: World, { consumerKey }: SimAccount, { queryGapMs }: StkOptions): Reply | null {
  const now = world.clock.now();
  const last = world.asked.get(`query ${consumerKey}`)?.[0];
  if (last !== undefined && now - last < queryGapMs) return tooMany;
  world.asked.set(`query ${consumerKey}`, [now]);
  return null;
}

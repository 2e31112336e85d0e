import { sha256 } from "@/lib/platform/ids";
import type { App } from "./test";

/** As if so many tries had been counted within the hour: waits that would take their time on a slow machine are there at once. */
export const triedBefore = (app: App, limit: string, key: string, times: number) =>
  app.sql`insert into rate_limits (key, points, expire)
    values (${`${limit}:${sha256(key).slice(0, 32)}`}, ${times}, ${Date.now() + 3_600_000})
    on conflict (key) do update set points = excluded.points, expire = excluded.expire`;

import "server-only";
import { addressOf } from "@/lib/platform/client-address";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import type { RequestOrigin } from "@/lib/tenancy/scope";
import { problem } from "./problem";

/** Whether a request that changes something was made by a page of ours: its Origin is this very host. */
export function isOurOwn(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const { host, origin: full } = new URL(origin);
  return full === new URL(env().APP_URL).origin || host === headers.get("host");
}

/**
 * Refuses what another site made a browser send with its visitor's cookies. Asked by every wrapper and action that
 * changes something, so that it holds with or without a middleware.
 */
export const foreignRefusal = (headers: Headers): Response | null =>
  isOurOwn(headers) ? null : problem(403, "foreign_origin", "This request did not come from our own page.");

/**
 * A public form needs no session. One that brings a session along, a member's or a customer's, must come from our own
 * page; and so must whatever a browser says comes from another.
 */
export const borrowsSession = (headers: Headers): boolean =>
  !isOurOwn(headers) &&
  (headers.get("origin") !== null || /clientpulse\.(session|portal)/.test(headers.get("cookie") ?? ""));

/** From where a request comes: for the audit log and for counting. */
export const requestOrigin = (headers: Headers): RequestOrigin => ({
  address: addressOf(headers),
  requestId: (env().RUNTIME === "serverless" ? headers.get("x-vercel-id") : null) ?? newId(),
});

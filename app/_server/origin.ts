import "server-only";
import { sessionToken } from "@/lib/auth/session-cookie";
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

/** A public form needs no session; one that brings a session along must come from our own page. */
export const borrowsSession = (headers: Headers): boolean =>
  sessionToken(headers.get("cookie")) !== null && !isOurOwn(headers);

/** From where a request comes: for the audit log and for counting. */
export const requestOrigin = (headers: Headers): RequestOrigin => ({
  address: addressOf(headers),
  requestId: headers.get("x-vercel-id") ?? newId(),
});

import "server-only";
import { addressOf } from "@/lib/platform/client-address";
import { now } from "@/lib/platform/clock";
import type { Allowed } from "@/lib/platform/rate-limit";
import { findTenant, type PublicTenant } from "@/lib/tenancy/doors/find-tenant";
import { takesBookings } from "@/lib/tenancy/rules";
import { problem } from "./problem";
import { answering, tooMany } from "./route";

export type SlugContext<P = object> = { params: Promise<{ slug: string } & P> };

type Options = { evenClosed?: boolean; evenPending?: boolean; counted?: (address: string) => Promise<Allowed> };

/**
 * For anybody's questions about one open business. No cookie is read, so no other site can lend its visitor's rights.
 * `evenClosed`: the answer itself says that the business is not open. `evenPending`: part of what its own people look at
 * before it opens; what was open once and is closed shows nothing of it. `counted`: so many of these from one address, asked
 * for while the business is looked up.
 */
export const publicRoute =
  <P = object>(
    answer: (tenant: PublicTenant, request: Request, params: P) => Promise<Response>,
    { evenClosed = false, evenPending = false, counted }: Options = {},
  ) =>
  (request: Request, { params }: SlugContext<P>): Promise<Response> =>
    answering(async () => {
      const { slug, ...others } = await params;
      const [tenant, within] = await Promise.all([findTenant(slug), counted?.(addressOf(request.headers))]);
      if (within && !within.ok) return tooMany(within);
      if (!tenant || tenant.status === "rejected") return problem(404, "not_found", "Not found.");
      const answers = evenClosed || (evenPending && tenant.status === "pending") || takesBookings(tenant, now());
      return answers ? answer(tenant, request, others as P) : notOpen(tenant);
    });

export function notOpen({ status, phone, isClosing }: PublicTenant): Response {
  if (isClosing) return problem(403, "not_open", "This business has closed.");
  const title = status === "pending" ? "Not open yet." : "Takes no online bookings at the moment.";
  return problem(403, "not_open", title, { phone });
}

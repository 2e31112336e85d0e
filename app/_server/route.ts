import "server-only";
import { isUnavailable } from "@/db/errors";
import { isId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import type { Scope } from "@/lib/tenancy/scope";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { problem } from "./problem";
import { currentVisitor, type Member, memberOf } from "./visitor";

/** Unknown faults are logged and told as nothing more than that; a busy database asks to come back. */
export async function answering(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (isUnavailable(error)) {
      log().warn({ err: error }, "unavailable");
      return problem(503, "unavailable", "Busy for a moment. Please try again.", {}, { "retry-after": "2" });
    }
    log().error({ err: error }, "request failed");
    return problem(500, "internal", "Something went wrong on our side.");
  }
}

type Params = { tenantId: string };
type Ask<P> = (scope: Scope, member: Member, request: Request, params: P) => Promise<object | Response>;

/** A question that a member asks about their tenant: who → may → one snapshot → JSON. */
export const memberQuestion =
  <P = object>(ask: Ask<P & Params>) =>
  (request: Request, context: { params: Promise<P & Params> }): Promise<Response> =>
    answering(async () => {
      const params = await context.params;
      const visitor = await currentVisitor();
      if (!visitor) return problem(401, "unauthenticated", "Sign in first.");
      const member = isId(params.tenantId) ? memberOf(visitor, params.tenantId) : null;
      if (!member) return problem(404, "not_found", "Not found.");
      const answer = await readTenant(params.tenantId, member.actor, (scope) => ask(scope, member, request, params));
      return answer instanceof Response ? answer : Response.json(answer, { headers: { "cache-control": "no-store" } });
    });

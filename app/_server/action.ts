import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { sayHere } from "@/app/_words/say-here";
import { isUnavailable } from "@/db/errors";
import { may, type Permission } from "@/lib/auth/permissions";
import { isBusy } from "@/lib/platform/busy";
import { fieldErrors } from "@/lib/platform/field-errors";
import { isId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { actionReached } from "@/lib/platform/unread-arguments";
import { isOverPlan, type OverPlan } from "@/lib/tenancy/plan-room";
import type { Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { borrowsSession, isOurOwn } from "./origin";
import { fullWords, overPlanWords, tellFull } from "./over-plan";
import { type IsGrave, never, owesProof, proofWords } from "./proof";
import { restsFor } from "./resting";
import { currentVisitor, type Member, memberOf, type Visitor } from "./visitor";

/** What a form gets back: a value, or what is in the way in words for people. */
export type ActionAnswer<T> =
  | { ok: true; value: T }
  | { ok: false; problem: string; fields?: Record<string, string[]>; code?: string };

export const done = <T>(value: T): ActionAnswer<T> => ({ ok: true, value });
export const stopped = (problem: string, more: { fields?: Record<string, string[]>; code?: string } = {}) => ({
  ok: false as const,
  problem,
  ...more,
});

/** Parse → do → answer; whoever can reach an action can call it with anything. */
async function perform<I, T>(
  shape: z.ZodType<I>,
  given: unknown,
  work: (input: I) => Promise<ActionAnswer<T>>,
  knows: "house" | "anyone",
): Promise<ActionAnswer<T>> {
  // To zod a form is an object with nothing in it; none of ours is sent for one.
  const parsed = shape.safeParse(given instanceof FormData ? null : given);
  if (!parsed.success)
    return stopped("Some fields are not right.", { fields: fieldErrors(parsed.error), code: "invalid" });
  return carefully(
    () => work(parsed.data),
    (problem, full) =>
      stopped(full && knows === "house" ? overPlanWords(full) : problem, { code: full ? "plan_full" : "unavailable" }),
    knows,
  );
}

export const unavailable = "That did not go through. Please try again in a moment.";

/**
 * Does it, or answers `otherwise` when it cannot be done now; what is no busy database is logged. Who is none of the house is
 * not told what its plan holds: its owners are.
 */
export async function carefully<T>(
  work: () => Promise<T>,
  otherwise: (problem: string, full?: OverPlan) => T,
  knows: "house" | "anyone" = "anyone",
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Redirects and not-found are Next's own way of answering.
    if (isNextsOwn(error)) throw error;
    if (isOverPlan(error)) {
      if (knows === "anyone") await tellFull(error);
      return otherwise((await sayHere()).known(fullWords), error);
    }
    if (!isUnavailable(error) && !isBusy(error)) log().error({ err: error }, "action failed");
    return otherwise(unavailable);
  }
}

const isNextsOwn = (error: unknown): boolean =>
  typeof error === "object" && error !== null && String((error as { digest?: unknown }).digest).startsWith("NEXT_");

/** Next lets a request without an Origin through; ours come from our own pages and say so. */
async function requireOwnPage(): Promise<void> {
  actionReached();
  if (!isOurOwn(await headers())) notFound();
}

async function requireSelf(): Promise<Visitor> {
  await requireOwnPage();
  return (await currentVisitor()) ?? redirect("/login");
}

const stoppedForProof = () => stopped(proofWords, { code: "proof_required" });

/**
 * Something that a member does to their tenant and that calls somebody outside: its work opens scopes of its own, and none
 * is open while it waits.
 */
export const memberErrand =
  <I, T>(
    permission: Permission,
    shape: z.ZodType<I>,
    work: (tenantId: string, member: Member, input: I) => Promise<ActionAnswer<T>>,
    isGrave: IsGrave<I> = never,
  ) =>
  async (tenantId: string, given?: unknown): Promise<ActionAnswer<T>> => {
    const visitor = await requireSelf();
    const member = isId(tenantId) ? await memberOf(visitor, tenantId) : null;
    if (!member || !may(member.membership.role, permission)) notFound();
    const rests = restsFor(member, permission);
    if (rests) return stopped(rests, { code: "resting" });
    return perform(
      shape,
      given,
      async (input) =>
        (await owesProof(visitor, isGrave(input, {}))) ? stoppedForProof() : work(tenantId, member, input),
      "house",
    );
  };

/** Something that a member does to their tenant, in one transaction. */
export const memberAction = <I, T>(
  permission: Permission,
  shape: z.ZodType<I>,
  work: (scope: Scope, member: Member, input: I) => Promise<ActionAnswer<T>>,
  isGrave: IsGrave<I> = never,
) =>
  memberErrand(
    permission,
    shape,
    (tenantId, member, input: I) => withTenant(tenantId, member.actor, (scope) => work(scope, member, input)),
    isGrave,
  );

/** Something that anybody who is signed in does to what is their own. */
export const selfAction =
  <I, T>(_: "self", shape: z.ZodType<I>, work: (visitor: Visitor, input: I) => Promise<ActionAnswer<T>>) =>
  async (given?: unknown): Promise<ActionAnswer<T>> => {
    const visitor = await requireSelf();
    return perform(shape, given, (input) => work(visitor, input), "house");
  };

/** Something that a platform admin does across tenants. */
export const adminAction =
  <I, T>(
    permission: Permission,
    shape: z.ZodType<I>,
    work: (visitor: Visitor, input: I) => Promise<ActionAnswer<T>>,
    isGrave: IsGrave<I> = never,
  ) =>
  async (given?: unknown): Promise<ActionAnswer<T>> => {
    const visitor = await requireSelf();
    if (!visitor.user.platformAdmin || !may("platform_admin", permission)) notFound();
    return perform(
      shape,
      given,
      async (input) => ((await owesProof(visitor, isGrave(input, {}))) ? stoppedForProof() : work(visitor, input)),
      "house",
    );
  };

/** Something that anybody may do without being known. A session that comes along must come from our own page. */
export const anyoneAction =
  <I, T>(_: "anyone", shape: z.ZodType<I>, work: (input: I) => Promise<ActionAnswer<T>>) =>
  async (given?: unknown): Promise<ActionAnswer<T>> => {
    actionReached();
    if (borrowsSession(await headers())) notFound();
    return perform(shape, given, work, "anyone");
  };

import "server-only";
import type { z } from "zod";
import { isUnavailable } from "@/db/errors";
import { actorMay } from "@/lib/auth/actor-may";
import { keyIn, keyOf } from "@/lib/auth/key-of";
import { countKey } from "@/lib/auth/limits";
import { may, type Permission } from "@/lib/auth/permissions";
import { type KeyPermission, scopeFor } from "@/lib/auth/scopes";
import { isBusy } from "@/lib/platform/busy";
import { fieldErrors } from "@/lib/platform/field-errors";
import { idempotencyKey } from "@/lib/platform/idempotency";
import { isId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { type Allowed, tellingLeft } from "@/lib/platform/rate-limit";
import { isOverPlan } from "@/lib/tenancy/plan-room";
import { isAtWork } from "@/lib/tenancy/rules";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { readTenant, withTenant } from "@/lib/tenancy/with-tenant";
import { answerOnce, keyAlong } from "./answer-once";
import { borrowsSession, foreignRefusal, requestOrigin } from "./origin";
import { fullWords, overPlanWords, tellFull } from "./over-plan";
import { invalid, problem } from "./problem";
import { type IsGrave, never, owesProof, proofProblem } from "./proof";
import { parsed, readBytes, readText } from "./read-json";
import { restsFor, type Standing } from "./resting";
import { currentVisitor, type Member, memberOf, type Visitor } from "./visitor";

/** With how much is left, where the request was counted; in the words of the IETF's draft before its seventh. */
export async function answering(work: () => Promise<Response>): Promise<Response> {
  const [response, left] = await tellingLeft(() => settled(work));
  if (!left) return response;
  response.headers.set("ratelimit-limit", String(left.limit));
  response.headers.set("ratelimit-remaining", String(left.remaining));
  response.headers.set("ratelimit-reset", String(left.resetSeconds));
  return response;
}

/** Unknown faults are logged and told as nothing more than that; a busy database asks to come back. */
async function settled(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (isUnavailable(error) || isBusy(error)) {
      log().warn({ err: error }, "unavailable");
      return problem(503, "unavailable", "Busy for a moment. Please try again.", {}, { "retry-after": "2" });
    }
    if (isOverPlan(error)) {
      await tellFull(error);
      return problem(403, "plan_full", fullWords);
    }
    log().error({ err: error }, "request failed");
    return problem(500, "internal", "Something went wrong on our side.");
  }
}

export const json = (body: object, status = 200): Response =>
  Response.json(body, { status, headers: { "cache-control": "no-store" } });

export const notFoundProblem = () => problem(404, "not_found", "Not found.");
export const unauthenticated = () => problem(401, "unauthenticated", "Sign in first.");
const forbidden = () => problem(403, "forbidden", "Your role does not allow this.");

export const tooMany = (allowed: Extract<Allowed, { ok: false }>): Response =>
  problem(
    429,
    "too_many",
    "That was often. Please wait a little.",
    { retryAfterSeconds: allowed.retryAfterSeconds },
    { "retry-after": String(allowed.retryAfterSeconds) },
  );

const isForm = ({ headers }: Request): boolean =>
  headers.get("content-type")?.startsWith("application/x-www-form-urlencoded") ?? false;

/** The body as this shape has it, unknown keys dropped, or the refusal. What is deleted is named by its address alone. */
export async function readInput<I>(request: Request, shape: z.ZodType<I>): Promise<{ input: I } | Response> {
  const text = await readText(request);
  if (text instanceof Response) return text;
  // Nothing has to be said to take something away, nor in a form that has no fields.
  const body = text === "" && (request.method === "DELETE" || isForm(request)) ? {} : parsed(text);
  if (body instanceof Response) return body;
  const input = shape.safeParse(body);
  return input.success ? { input: input.data } : invalid(fieldErrors(input.error));
}

type Context<P> = { params: Promise<P> };
export type Answer = Promise<object | Response>;
export type Handler<P> = (request: Request, context: Context<P>) => Promise<Response>;
/** Who it is, or why not. */
type Guard<W, P> = (params: P, request: Request) => Promise<W | Response>;

export const asking =
  <W, P>(guard: Guard<W, P>, ask: (who: W, request: Request, params: P) => Answer): Handler<P> =>
  (request, context) =>
    answering(async () => {
      const params = await context.params;
      const who = await guard(params, request);
      if (who instanceof Response) return who;
      const answer = await ask(who, request, params);
      return answer instanceof Response ? answer : json(answer);
    });

type Read<I> = (request: Request) => Promise<{ input: I } | Response>;

export const shaped =
  <I>(shape: z.ZodType<I>): Read<I> =>
  (request) =>
    readInput(request, shape);

/** What it is, is read from the bytes, not from a header. */
export const bytesUpTo =
  (most: number): Read<Buffer> =>
  async (request) => {
    const input = await readBytes(request, most);
    return input instanceof Response ? input : { input };
  };

/** Our own page → who → may → parse → do. */
export const doing =
  <W, I, P>(
    guard: Guard<W, P>,
    readFrom: Read<I>,
    work: (who: W, input: I, params: P, request: Request) => Answer,
    foreign: (headers: Headers) => Response | null = foreignRefusal,
  ): Handler<P> =>
  (request, context) =>
    answering(async () => {
      const refusal = foreign(request.headers);
      if (refusal) return refusal;
      const params = await context.params;
      const who = await guard(params, request);
      if (who instanceof Response) return who;
      const read = await readFrom(request);
      if (read instanceof Response) return read;
      const answer = await work(who, read.input, params, request);
      return answer instanceof Response ? answer : json(answer);
    });

type Params = { tenantId: string };

/** A member, or a program with a key: whoever asks, what they may is in the actor. */
export type Caller = { actor: Actor; membership: Standing; visitor: Visitor | null };

/** A cookie beside a key is not read: what a browser adds by itself plays no part. */
const foreignUnlessKey = (headers: Headers): Response | null =>
  keyIn(headers.get("authorization")) ? null : foreignRefusal(headers);

/** The same as of a member, of the business that gave the key alone. */
async function byKey(
  secret: string,
  permission: Permission,
  tenantId: string,
  headers: Headers,
): Promise<Caller | Response> {
  const key = await keyOf(secret);
  if (!key) return problem(401, "unauthenticated", "This key is not known, or works no longer.");
  const within = await countKey(key.keyId);
  if (!within.ok) return tooMany(within);
  if (key.tenantId !== tenantId || !isAtWork(key)) return notFoundProblem();
  const actor: Actor = { kind: "api", keyId: key.keyId, scopes: key.scopes, from: requestOrigin(headers) };
  if (actorMay(actor, permission)) return { actor, membership: key, visitor: null };
  const scope = scopeFor(permission);
  return problem(403, "scope_missing", scope ? `The key would need ${scope}.` : "No key may do this.", { scope });
}

const member =
  (permission: Permission) =>
  async ({ tenantId }: Params): Promise<Member | Response> => {
    const visitor = await currentVisitor();
    if (!visitor) return unauthenticated();
    const found = isId(tenantId) ? await memberOf(visitor, tenantId) : null;
    if (!found) return notFoundProblem();
    return may(found.membership.role, permission) ? found : forbidden();
  };

const caller =
  (permission: Permission) =>
  async (params: Params, { headers }: Request): Promise<Caller | Response> => {
    const secret = keyIn(headers.get("authorization"));
    return secret ? byKey(secret, permission, params.tenantId, headers) : member(permission)(params);
  };

/** The same for what changes something. */
const working =
  <W extends { membership: Standing }>(permission: Permission, guard: Guard<W, Params>): Guard<W, Params> =>
  async (params, request) => {
    const found = await guard(params, request);
    if (found instanceof Response) return found;
    const rests = restsFor(found, permission);
    return rests ? problem(402, "resting", rests) : found;
  };
const workingMember = (permission: Permission) => working(permission, member(permission));
const workingCaller = (permission: Permission) => working(permission, caller(permission));

/** What its plan does not hold is told to the house in other words than to a passer-by. */
async function withinPlan<T>(work: () => Promise<T>): Promise<T | Response> {
  try {
    return await work();
  } catch (error) {
    if (isOverPlan(error)) return problem(403, "plan_full", overPlanWords(error));
    throw error;
  }
}

const self = async (): Promise<Visitor | Response> => (await currentVisitor()) ?? unauthenticated();

const admin = (permission: Permission) => async (): Promise<Visitor | Response> => {
  const visitor = await currentVisitor();
  if (!visitor) return unauthenticated();
  return visitor.user.platformAdmin && may("platform_admin", permission) ? visitor : notFoundProblem();
};

type Once = (scope: Scope, work: () => Answer) => Answer;

/**
 * What a program posts, it may post again with the same Idempotency-Key. The key is whoever's sends it: nobody is given
 * an answer that was somebody else's.
 */
function onceIn(permission: Permission, { actor, visitor }: Caller, input: unknown, request: Request): Once | Response {
  const key = request.method === "POST" && scopeFor(permission) ? keyAlong(request.headers) : null;
  if (key instanceof Response) return key;
  if (key === null) return (_, work) => work();
  const caller = actor.kind === "api" ? actor.keyId : visitor?.user.id;
  const asked = idempotencyKey(`${caller} POST ${new URL(request.url).pathname}`, key, input);
  return (scope, work) =>
    answerOnce(scope, asked, async () => {
      const answer = await work();
      return answer instanceof Response ? answer : json(answer);
    });
}

/** A question that a member asks about their tenant, answered from one snapshot. */
export function memberQuestion<P = object>(
  permission: KeyPermission,
  ask: (scope: Scope, caller: Caller, request: Request, params: P & Params) => Answer,
): Handler<P & Params>;
export function memberQuestion<P = object>(
  permission: Exclude<Permission, KeyPermission>,
  ask: (scope: Scope, member: Member, request: Request, params: P & Params) => Answer,
): Handler<P & Params>;
export function memberQuestion<P = object>(
  permission: Permission,
  ask: (scope: Scope, who: never, request: Request, params: P & Params) => Answer,
): Handler<P & Params> {
  return asking(caller(permission), (who, request, params: P & Params) =>
    readTenant(params.tenantId, who.actor, (scope) => ask(scope, who as never, request, params)),
  );
}

/** The same where it is read in more than one scope: its work opens them. */
export const memberErrandQuestion = <P = object>(
  permission: Permission,
  ask: (member: Member, params: P & Params, request: Request) => Answer,
): Handler<P & Params> => asking(member(permission), (who, request, params: P & Params) => ask(who, params, request));

/** Something that a member does to their tenant, in one transaction. */
export function memberCommand<I, P = object>(
  permission: KeyPermission,
  shape: z.ZodType<I>,
  work: (scope: Scope, caller: Caller, input: I, params: P & Params) => Answer,
  isGrave?: IsGrave<I, P & Params>,
): Handler<P & Params>;
export function memberCommand<I, P = object>(
  permission: Exclude<Permission, KeyPermission>,
  shape: z.ZodType<I>,
  work: (scope: Scope, member: Member, input: I, params: P & Params) => Answer,
  isGrave?: IsGrave<I, P & Params>,
): Handler<P & Params>;
export function memberCommand<I, P = object>(
  permission: Permission,
  shape: z.ZodType<I>,
  work: (scope: Scope, who: never, input: I, params: P & Params) => Answer,
  isGrave: IsGrave<I, P & Params> = never,
): Handler<P & Params> {
  return doing(
    workingCaller(permission),
    shaped(shape),
    async (who, input, params: P & Params, request) => {
      const grave = isGrave(input, params);
      // Nobody stands behind a key who could show that it is them.
      if (grave && !who.visitor) return forbidden();
      if (who.visitor && (await owesProof(who.visitor, grave))) return proofProblem();
      const once = onceIn(permission, who, input, request);
      if (once instanceof Response) return once;
      return withinPlan(() =>
        withTenant(params.tenantId, who.actor, (scope) => once(scope, () => work(scope, who as never, input, params))),
      );
    },
    foreignUnlessKey,
  );
}

/** A question that is too long for an address. Its answer is of that moment, so none is kept for an Idempotency-Key. */
export const memberAsk = <I, P = object>(
  permission: KeyPermission,
  shape: z.ZodType<I>,
  ask: (scope: Scope, caller: Caller, input: I, params: P & Params) => Answer,
): Handler<P & Params> =>
  doing(
    workingCaller(permission),
    shaped(shape),
    (who, input, params: P & Params) =>
      readTenant(params.tenantId, who.actor, (scope) => ask(scope, who, input, params)),
    foreignUnlessKey,
  );

/** The same where somebody outside is called: its work opens scopes of its own, and none is open while it waits. */
export const memberErrandCommand = <I, P = object>(
  permission: Permission,
  shape: z.ZodType<I>,
  work: (member: Member, input: I, params: P & Params) => Answer,
  isGrave: IsGrave<I, P & Params> = never,
): Handler<P & Params> =>
  doing(workingMember(permission), shaped(shape), async (who, input, params: P & Params) =>
    (await owesProof(who.visitor, isGrave(input, params))) ? proofProblem() : work(who, input, params),
  );

/** Bytes that a member hands over to their tenant; more than `most` are refused. */
export const memberUpload = <P = object>(
  permission: Permission,
  most: number,
  work: (scope: Scope, caller: Caller, bytes: Buffer, params: P & Params, request: Request) => Answer,
): Handler<P & Params> =>
  doing(
    workingCaller(permission),
    bytesUpTo(most),
    (who, bytes, params: P & Params, request) =>
      withTenant(params.tenantId, who.actor, (scope) => work(scope, who, bytes, params, request)),
    foreignUnlessKey,
  );

/** The same where it is too much for one transaction: its work opens scopes of its own. */
export const memberUploadErrand = <P = object>(
  permission: Permission,
  most: number,
  work: (member: Member, bytes: Buffer, params: P & Params, request: Request) => Answer,
): Handler<P & Params> => doing(workingMember(permission), bytesUpTo(most), work);

/** What anybody who is signed in asks about themself. */
export const selfQuestion = <P = object>(
  _: "self",
  ask: (visitor: Visitor, request: Request, params: P) => Answer,
): Handler<P> => asking(self, ask);

/** What anybody who is signed in does to what is their own. */
export const selfCommand = <I, P = object>(
  _: "self",
  shape: z.ZodType<I>,
  work: (visitor: Visitor, input: I, params: P, request: Request) => Answer,
): Handler<P> => doing(self, shaped(shape), work);

/** Bytes of their own that somebody who is signed in hands over; more than `most` are refused. */
export const selfUpload = (
  _: "self",
  most: number,
  work: (visitor: Visitor, bytes: Buffer) => Answer,
): Handler<object> => doing(self, bytesUpTo(most), work);

/** What a platform admin asks across tenants. */
export const adminQuestion = <P = object>(
  permission: Permission,
  ask: (visitor: Visitor, request: Request, params: P) => Answer,
): Handler<P> => asking(admin(permission), ask);

/** What a platform admin does across tenants. */
export const adminCommand = <I, P = object>(
  permission: Permission,
  shape: z.ZodType<I>,
  work: (visitor: Visitor, input: I, params: P, request: Request) => Answer,
  isGrave: IsGrave<I, P> = never,
): Handler<P> =>
  doing(admin(permission), shaped(shape), async (visitor, input, params: P, request) =>
    (await owesProof(visitor, isGrave(input, params))) ? proofProblem() : work(visitor, input, params, request),
  );

/** What anybody may do without being known. A session that comes along must come from our own page. */
export const anyoneCommand = <I, P = object>(
  _: "anyone",
  shape: z.ZodType<I>,
  work: (input: I, request: Request, params: P) => Answer,
): Handler<P> =>
  doing(
    async () => "anyone" as const,
    shaped(shape),
    (_who, input, params, request) => work(input, request, params),
    (headers) => (borrowsSession(headers) ? foreignRefusal(headers) : null),
  );

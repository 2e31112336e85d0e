import { and, eq } from "drizzle-orm";
import { customers } from "@/db/schema/customers";
import { differenceOf } from "@/lib/platform/difference";
import { ok, type Result, refuse } from "@/lib/platform/result";
import type { Scope } from "@/lib/tenancy/scope";
import { type ArchiveRefusal, archiveCustomer, restoreCustomer } from "./archive-customer";
import { addChild, type FamilyRefusal } from "./family";
import type { OwnChildInput } from "./file-input";
import type { NotThere } from "./gone";
import { lockCustomer } from "./internal/lock-customer";
import { recordChanged } from "./internal/record-changed";
import { writeDown } from "./internal/write-down";
import { childrenOf, type OwnChild } from "./own-customer";
import { mostOwnChildren } from "./rules";

type NotOwn = { refusal: "unknown_customer" };
type TooMany = { refusal: "too_many"; most: number };

/** A child that they answer for here, put away or not; null for anybody else. */
export async function ownChild(scope: Scope, ownId: string, childId: string): Promise<OwnChild | null> {
  return (await childrenOf(scope, ownId)).find(({ id }) => id === childId) ?? null;
}

async function isFull(scope: Scope, ownId: string): Promise<boolean> {
  const here = (await childrenOf(scope, ownId)).filter(({ archived }) => !archived);
  return here.length >= mostOwnChildren;
}

/** Written down by who answers for them. Two at once come one after the other. */
export async function addOwnChild(
  scope: Scope,
  ownId: string,
  input: OwnChildInput,
): Promise<Result<{ id: string }, FamilyRefusal | TooMany>> {
  await lockCustomer(scope, ownId);
  if (await isFull(scope, ownId)) return refuse("too_many", { most: mostOwnChildren });
  return addChild(scope, ownId, input);
}

/** What is so already is not written down again. */
export async function changeOwnChild(
  scope: Scope,
  ownId: string,
  childId: string,
  input: OwnChildInput,
): Promise<Result<{ id: string }, NotOwn>> {
  const child = await ownChild(scope, ownId, childId);
  if (!child || child.archived || child.onTheirOwn) return refuse("unknown_customer");
  const is = await lockCustomer(scope, childId);
  if (!is) return refuse("unknown_customer");
  const { name, birthday } = is;
  const { before, after } = differenceOf<OwnChildInput>({ name, birthday }, input);
  if (Object.keys(after).length === 0) return ok({ id: childId });
  await scope.tx
    .update(customers)
    .set(after)
    .where(and(eq(customers.tenantId, scope.tenantId), eq(customers.id, childId)));
  await writeDown(scope, childId, before, after);
  await recordChanged(scope, childId);
  return ok({ id: childId });
}

/** Put away, with everything that happened kept. Whoever is still to come stays. */
export async function removeOwnChild(
  scope: Scope,
  ownId: string,
  childId: string,
): Promise<Result<{ id: string }, ArchiveRefusal>> {
  const child = await ownChild(scope, ownId, childId);
  return child && !child.onTheirOwn ? archiveCustomer(scope, childId) : refuse("unknown_customer");
}

/** And back. */
export async function putBackOwnChild(
  scope: Scope,
  ownId: string,
  childId: string,
): Promise<Result<{ id: string }, NotThere | TooMany>> {
  await lockCustomer(scope, ownId);
  if (!(await ownChild(scope, ownId, childId))) return refuse("unknown_customer");
  if (await isFull(scope, ownId)) return refuse("too_many", { most: mostOwnChildren });
  return restoreCustomer(scope, childId);
}

import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import { guest } from "@/app/book/_parts/tenant";
import { may, type Permission } from "@/lib/auth/permissions";
import { type OwnCustomer, ownCustomer } from "@/lib/customers/own-customer";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";
import type { Actor, Scope } from "@/lib/tenancy/scope";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { currentAccount } from "./account";
import { requestOrigin } from "./origin";
import { notOpen } from "./public-route";
import { type Answer, asking, bytesUpTo, doing, type Handler, notFoundProblem, shaped, unauthenticated } from "./route";

type Params = { slug: string };
/** A customer at a business that they entered with phone and code. */
type Here = { tenantId: string; accountId: string; own: OwnCustomer; actor: Actor };

const customer =
  (permission: Permission) =>
  async ({ slug }: Params): Promise<Here | Response> => {
    const tenant = await findTenant(slug);
    if (!tenant || tenant.status === "rejected") return notFoundProblem();
    if (tenant.status !== "active") return notOpen(tenant);
    const account = await currentAccount();
    if (!account) return unauthenticated();
    const from = requestOrigin(await headers());
    const own = await withTenant(tenant.id, { ...guest, from }, (scope) => ownCustomer(scope, account));
    if (!own || !may("customer", permission)) return notFoundProblem();
    const actor = { kind: "customer", customerId: own.id, from } as const;
    return { tenantId: tenant.id, accountId: account.accountId, own, actor };
  };

type Work<I> = (scope: Scope, here: Here, input: I) => Answer;
const inside = <I>(here: Here, input: I, work: Work<I>): Answer =>
  withTenant(here.tenantId, here.actor, (scope) => work(scope, here, input));

/** What a customer asks about themself. */
export const customerQuestion = (
  permission: Permission,
  ask: (scope: Scope, here: Here, request: Request) => Answer,
): Handler<Params> =>
  asking(customer(permission), (here, request) => inside(here, null, (scope) => ask(scope, here, request)));

/** What a customer does to what is their own, in one transaction. */
export const customerCommand = <I>(permission: Permission, shape: z.ZodType<I>, work: Work<I>): Handler<Params> =>
  doing(customer(permission), shaped(shape), (here, input) => inside(here, input, work));

/** Bytes that a customer hands over; more than `most` are refused. */
export const customerUpload = (permission: Permission, most: number, work: Work<Buffer>): Handler<Params> =>
  doing(customer(permission), bytesUpTo(most), (here, input) => inside(here, input, work));

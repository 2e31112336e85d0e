import { customerQuestion } from "@/app/_server/customer-route";
import { childrenOf } from "@/lib/customers/own-customer";

/** The children for whom they book and pay here. */
export const GET = customerQuestion("portal.own", async (scope, { own }) => ({
  items: await childrenOf(scope, own.id),
}));

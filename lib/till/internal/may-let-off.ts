import { may } from "@/lib/auth/permissions";
import type { Scope } from "@/lib/tenancy/scope";
import type { Bill } from "../price";
import { mayDiscount } from "../rules";

type Let = Pick<Bill, "subtotalMinor" | "discountMinor" | "voucherMinor">;

/** Whether whoever sells may let off so much. What somebody else has let off before stays, and a voucher lets off by itself. */
export const mayLetOff = (scope: Scope, bill: Let, before?: Let): boolean =>
  mayByHand(scope, byHand(bill), before && byHand(before));

const byHand = ({ subtotalMinor, discountMinor, voucherMinor }: Let) => ({
  subtotalMinor: subtotalMinor - voucherMinor,
  discountMinor: discountMinor - voucherMinor,
});
type ByHand = ReturnType<typeof byHand>;

const mayByHand = ({ actor }: Scope, { subtotalMinor, discountMinor }: ByHand, before?: ByHand): boolean =>
  // No more of it, and no larger a part: whoever takes lines off takes their share of it off, too.
  (before !== undefined &&
    discountMinor <= before.discountMinor &&
    discountMinor * before.subtotalMinor <= before.discountMinor * subtotalMinor) ||
  discountMinor === 0 ||
  (actor.kind === "member" &&
    may(actor.role, "till.discount") &&
    mayDiscount(actor.role, subtotalMinor, discountMinor));

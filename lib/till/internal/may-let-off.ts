import { may } from "@/lib/auth/permissions";
import type { Scope } from "@/lib/tenancy/scope";
import type { Bill } from "../price";
import { mayDiscount } from "../rules";

type Let = Pick<Bill, "subtotalMinor" | "discountMinor">;

/** Whether whoever sells may let off so much. What somebody else has let off before stays. */
export const mayLetOff = ({ actor }: Scope, { subtotalMinor, discountMinor }: Bill, before?: Let): boolean =>
  // No more of it, and no larger a part: whoever takes lines off takes their share of it off, too.
  (before !== undefined &&
    discountMinor <= before.discountMinor &&
    discountMinor * before.subtotalMinor <= before.discountMinor * subtotalMinor) ||
  discountMinor === 0 ||
  (actor.kind === "member" &&
    may(actor.role, "till.discount") &&
    mayDiscount(actor.role, subtotalMinor, discountMinor));

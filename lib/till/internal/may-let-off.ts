import { may } from "@/lib/auth/permissions";
import type { Scope } from "@/lib/tenancy/scope";
import type { Bill } from "../price";
import { mayDiscount } from "../rules";

/** Whether whoever sells may let off so much. What somebody else has let off before stays. */
export const mayLetOff = ({ actor }: Scope, { subtotalMinor, discountMinor }: Bill, before = 0): boolean =>
  discountMinor <= before ||
  (actor.kind === "member" &&
    may(actor.role, "till.discount") &&
    mayDiscount(actor.role, subtotalMinor, discountMinor));

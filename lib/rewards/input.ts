import { z } from "zod";
import { asked, day, id } from "@/lib/bookings/input";
import { typedName, typedText } from "@/lib/platform/typed-text";
import { mostPoints, mostRewardWords, rewardKinds } from "./rules";

const whole = (most: number) => z.int("is not a whole number").min(1, "is none").max(most, `is more than ${most}`);
const amount = z.int("is not an amount").min(1, "is nothing").max(100_000_000_00, "is too much");
const reason = typedText(mostRewardWords).refine((text) => text !== "", "say why");
const yes = z.boolean("is neither yes nor no");
/** Sent twice with one key it is done once. */
export const key = z.string("is not a key").regex(/^[\x21-\x7e]{8,100}$/, "is not 8 to 100 printable characters");
const many = z.array(id).max(200, "are more than 200");

const reward = {
  name: typedName(80, "type a name"),
  description: typedText(mostRewardWords).default(""),
  kind: z.enum(
    rewardKinds.map(({ value }) => value),
    "is none of the list",
  ),
  percent: whole(100).optional(),
  amountMinor: amount.optional(),
  pointsRequired: whole(mostPoints).optional(),
  visitsRequired: whole(1_000).optional(),
  serviceIds: many.default([]),
  productId: id.nullable().optional(),
  lastDay: asked(day),
  stock: z.int("is not a whole number").min(0, "is less than none").max(100_000, "is more than 100000").optional(),
  validDays: whole(730).default(90),
  active: yes.default(true),
};
type Given = { kind: string; productId?: string | null | undefined };
const isGift = ({ kind, productId }: Given) => !productId || kind === "gift";
const ofGift = { path: ["productId"], error: "is for a gift alone" };
type Worth = { kind: string; percent?: number | undefined; amountMinor?: number | undefined };
/** A discount is the one or the other, cashback an amount, and the rest is worth what it is. */
const isWorth = ({ kind, percent, amountMinor }: Worth) =>
  kind === "discount"
    ? (percent === undefined) !== (amountMinor === undefined)
    : percent === undefined && (kind === "cashback") === (amountMinor !== undefined);
const worth = { path: ["amountMinor"], error: "or the percent: say one of them, as the kind wants it" };

export const rewardInput = z
  .object({ ...reward, key })
  .refine(isWorth, worth)
  .refine(isGift, ofGift);
export type RewardInput = z.output<typeof rewardInput>;
/** `seenStock`: how many there were when the form was opened; people go on taking them meanwhile. */
export const changeRewardInput = z
  .object({ rewardId: id, ...reward, seenStock: reward.stock })
  .refine(isWorth, worth)
  .refine(isGift, ofGift);
export type ChangeRewardInput = z.output<typeof changeRewardInput>;
export const rewardActiveInput = z.object({ rewardId: id, active: yes });

export const claimInput = z.object({ rewardId: id, key });

export const giveVoucherInput = z.object({ customerId: id, rewardId: id, reason, key });
export type GiveVoucherInput = z.output<typeof giveVoucherInput>;
export const cancelVoucherInput = z.object({ voucherId: id, reason });

export const adjustPointsInput = z.object({
  customerId: id,
  points: z
    .int("is not a whole number")
    .min(-mostPoints, "is too few")
    .max(mostPoints, "is too many")
    .refine((points) => points !== 0, "are none"),
  reason,
  key,
});
export type AdjustPointsInput = z.output<typeof adjustPointsInput>;

export const rewardRulesInput = z.object({
  active: yes,
  minorPerPoint: amount,
  expiresAfterDays: whole(3_650).nullable(),
  referralPoints: z.int("is not a whole number").min(0, "is less than none").max(10_000, "is more than 10000"),
  birthdayRewardId: id.nullable(),
  rates: z
    .array(z.object({ serviceId: id, minorPerPoint: amount.nullable() }))
    .max(200, "are more than 200")
    .refine((all) => new Set(all.map(({ serviceId }) => serviceId)).size === all.length, "name a service twice"),
});
export type RewardRulesInput = z.output<typeof rewardRulesInput>;

const place = z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z [0-9a-f-]{36}$/, "is not a place in this list");
export const pointsQuery = z.object({ cursor: asked(place) });

export const vouchersQuery = z.object({
  status: asked(z.enum(["pending", "redeemed", "expired", "cancelled"], "is no status")),
  customer: asked(id),
  cursor: asked(place),
});
export type VouchersQuery = z.output<typeof vouchersQuery>;

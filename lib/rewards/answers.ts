import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { Wallet, WalletReward, WalletVoucher } from "./get-wallet";
import type { Reward } from "./internal/reward";
import type { PointsPage, PointsRow, Standing } from "./list-points";
import type { ListedReward, RewardList } from "./list-rewards";
import type { ListedVoucher, VoucherList } from "./list-vouchers";
import type { RewardStats } from "./reward-stats";
import type { Rate } from "./set-rules";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const listedVoucherAnswer = answerOf<ListedVoucher>()(
  z.strictObject({
    id: z.string(),
    customer: z.strictObject({ id: z.string(), name: z.string() }),
    code: z.string(),
    name: z.string(),
    kind: z.enum(["discount", "free_service", "gift", "cashback"]),
    status: z.enum(["cancelled", "pending", "expired", "redeemed"]),
    origin: z.enum(["given", "birthday", "claimed", "campaign", "miss_you"]),
    reason: z.string(),
    points: z.number(),
    visits: z.number(),
    offMinor: z.number(),
    currency: z.string(),
    saleId: z.string().nullable(),
    saleNumber: z.number().nullable(),
    expiresAt: z.string(),
    createdAt: z.string(),
    redeemedAt: z.string().nullable(),
    by: z.string().nullable(),
  }),
);

export const voucherListAnswer = answerOf<VoucherList>()(
  z.strictObject({ vouchers: z.array(listedVoucherAnswer), nextCursor: z.string().nullable(), position: z.string() }),
);

export const pointsRowAnswer = answerOf<PointsRow>()(
  z.strictObject({
    id: z.string(),
    kind: z.enum(["reverse", "referral", "expire", "move", "earn", "redeem", "adjust"]),
    points: z.number(),
    visits: z.number(),
    at: z.string(),
    what: z.string(),
    saleNumber: z.number().nullable(),
  }),
);

export const pointsPageAnswer = answerOf<PointsPage>()(
  z.strictObject({ rows: z.array(pointsRowAnswer), nextCursor: z.string().nullable() }),
);

export const rewardAnswer = answerOf<Reward>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    kind: z.enum(["discount", "free_service", "gift", "cashback"]),
    percent: z.number().nullable(),
    amountMinor: z.number().nullable(),
    currency: z.string(),
    pointsRequired: z.number().nullable(),
    visitsRequired: z.number().nullable(),
    serviceIds: z.array(z.string()),
    productId: z.string().nullable(),
    lastDay: z.string().nullable(),
    stock: z.number().nullable(),
    validDays: z.number(),
    active: z.boolean(),
  }),
);

export const listedRewardAnswer = answerOf<ListedReward>()(
  rewardAnswer.extend({
    claimed: z.number(),
    used: z.number(),
    open: z.number(),
  }),
);

export const rateAnswer = answerOf<Rate>()(
  z.strictObject({ serviceId: z.string(), minorPerPoint: z.number().nullable() }),
);

export const rewardListAnswer = answerOf<RewardList>()(
  z.strictObject({
    rewards: z.array(listedRewardAnswer),
    rules: z.strictObject({
      active: z.boolean(),
      minorPerPoint: z.number(),
      expiresAfterDays: z.number().nullable(),
      referralPoints: z.number(),
      birthdayRewardId: z.string().nullable(),
      rates: z.array(rateAnswer),
    }),
    services: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    products: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    currency: z.string(),
    position: z.string(),
  }),
);

export const rewardStatsAnswer = answerOf<RewardStats>()(
  z.strictObject({
    created: z.number(),
    active: z.number(),
    claimed: z.number(),
    given: z.number(),
    pending: z.number(),
    redeemed: z.number(),
    points: z.number(),
    months: z.array(
      z.strictObject({ month: z.string(), claimed: z.number(), redeemed: z.number(), offMinor: z.number() }),
    ),
    mostRedeemed: z.array(z.strictObject({ rewardId: z.string(), name: z.string(), redeemed: z.number() })),
    currency: z.string(),
    position: z.string(),
  }),
);

export const standingAnswer = answerOf<Standing>()(
  z.strictObject({
    points: z.number(),
    visits: z.number(),
    runsOut: z.strictObject({ at: z.string(), points: z.number() }).nullable(),
  }),
);

export const walletRewardAnswer = answerOf<WalletReward>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    kind: z.enum(["discount", "free_service", "gift", "cashback"]),
    pointsRequired: z.number().nullable(),
    visitsRequired: z.number().nullable(),
    validDays: z.number(),
    lastDay: z.string().nullable(),
    services: z.array(z.string()),
    progress: z.number(),
    missing: z.strictObject({ points: z.number(), visits: z.number() }),
  }),
);

export const walletVoucherAnswer = answerOf<WalletVoucher>()(
  z.strictObject({
    code: z.string(),
    name: z.string(),
    kind: z.enum(["discount", "free_service", "gift", "cashback"]),
    status: z.enum(["cancelled", "pending", "expired", "redeemed"]),
    at: z.string(),
  }),
);

export const walletAnswer = answerOf<Wallet>()(
  z.strictObject({
    active: z.boolean(),
    minorPerPoint: z.number(),
    currency: z.string(),
    standing: standingAnswer,
    rewards: z.array(walletRewardAnswer),
    vouchers: z.array(walletVoucherAnswer),
    history: pointsPageAnswer,
    referral: z.strictObject({
      code: z.string(),
      points: z.number(),
      friends: z.array(z.strictObject({ firstName: z.string().nullable(), counts: z.boolean() })),
    }),
  }),
);

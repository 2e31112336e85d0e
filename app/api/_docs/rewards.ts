import {
  listedVoucherAnswer,
  rewardAnswer,
  rewardListAnswer,
  rewardStatsAnswer,
  voucherListAnswer,
} from "@/lib/rewards/answers";
import { vouchersQuery } from "@/lib/rewards/input";
import { member, type Operation } from "./operation";

export const rewardsOperations: readonly Operation[] = [
  {
    id: "listVouchers",
    method: "GET",
    path: "/api/dashboard/[tenantId]/customer-rewards",
    who: member("rewards.see"),
    says: "Customers' codes, the newest first.",
    query: vouchersQuery,
    answers: { 200: voucherListAnswer },
  },
  {
    id: "getVoucher",
    method: "GET",
    path: "/api/dashboard/[tenantId]/customer-rewards/[id]",
    who: member("rewards.see"),
    says: "One of the customers' codes, and what it is good for.",
    answers: { 200: listedVoucherAnswer },
  },
  {
    id: "listRewards",
    method: "GET",
    path: "/api/dashboard/[tenantId]/rewards",
    who: member("rewards.see"),
    says: "What there is to be had, and how points are earned.",
    answers: { 200: rewardListAnswer },
  },
  {
    id: "getReward",
    method: "GET",
    path: "/api/dashboard/[tenantId]/rewards/[id]",
    who: member("rewards.see"),
    says: "One reward, and what it takes to get it.",
    answers: { 200: rewardAnswer },
  },
  {
    id: "rewardStats",
    method: "GET",
    path: "/api/dashboard/[tenantId]/rewards/stats",
    who: member("rewards.see"),
    says: "What was made of the rewards, and the last six months.",
    answers: { 200: rewardStatsAnswer },
  },
];

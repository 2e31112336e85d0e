"use server";

import { redirect } from "next/navigation";
import { customerFormAction, type FormState } from "@/app/_server/form-action";
import { countOwnChange } from "@/lib/auth/limits";
import { claimReward } from "@/lib/rewards/claim-reward";
import { claimInput } from "@/lib/rewards/input";
import { walletWords } from "./words";

/** Points or visits are turned in, after they were asked whether they are sure. */
export const takeReward = customerFormAction(
  "portal.own",
  (): FormState => ({}),
  async ({ account, own, act, tenant }, text): Promise<FormState> => {
    const words = walletWords[own.language];
    const wish = claimInput.safeParse({ rewardId: text("id"), key: text("key") });
    if (!wish.success) return { problem: words.refused.unknown_reward };
    const within = await countOwnChange("profile", account.accountId);
    if (!within.ok) return { problem: words.wait };
    const claimed = await act((scope) => claimReward(scope, own.id, wish.data));
    if (!claimed.ok) return { problem: words.refused[claimed.refusal] };
    redirect(`/portal/${tenant.slug}/wallet?taken=yes`);
  },
);

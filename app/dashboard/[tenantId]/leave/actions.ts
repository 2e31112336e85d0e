"use server";

import { z } from "zod";
import { done, memberAction } from "@/app/_server/action";
import { memberStopped } from "@/app/_server/member-refused";
import { always } from "@/app/_server/proof";
import { leaveBusiness } from "@/lib/members/remove-member";

export const leave = memberAction(
  "membership.leave",
  z.object({}),
  async (scope) => {
    const left = await leaveBusiness(scope);
    return left.ok ? done(null) : memberStopped(left);
  },
  always,
);

import { z } from "zod";
import { memberProblem } from "@/app/_server/member-refused";
import { always } from "@/app/_server/proof";
import { memberCommand } from "@/app/_server/route";
import { leaveBusiness } from "@/lib/members/remove-member";

/** Leaving: one's own membership ends. */
export const DELETE = memberCommand(
  "membership.leave",
  z.object({}),
  async (scope) => {
    const left = await leaveBusiness(scope);
    return left.ok ? {} : memberProblem(left);
  },
  always,
);

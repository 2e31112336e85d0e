import { z } from "zod";
import { memberProblem } from "@/app/_server/member-refused";
import { always } from "@/app/_server/proof";
import { memberCommand, notFoundProblem } from "@/app/_server/route";
import { changeMember } from "@/lib/members/change-member";
import { changeInput } from "@/lib/members/input";
import { removeMember } from "@/lib/members/remove-member";
import { makesOwner } from "@/lib/members/rules";
import { isId } from "@/lib/platform/ids";

type Params = { userId: string };

export const PATCH = memberCommand<z.output<typeof changeInput>, Params>(
  "members.manage",
  changeInput,
  async (scope, _, change, { userId }) => {
    if (!isId(userId)) return notFoundProblem();
    const changed = await changeMember(scope, userId, change);
    return changed.ok ? {} : memberProblem(changed);
  },
  makesOwner,
);

export const DELETE = memberCommand<object, Params>(
  "members.manage",
  z.object({}),
  async (scope, _, __, { userId }) => {
    if (!isId(userId)) return notFoundProblem();
    const removed = await removeMember(scope, userId);
    return removed.ok ? {} : memberProblem(removed);
  },
  always,
);

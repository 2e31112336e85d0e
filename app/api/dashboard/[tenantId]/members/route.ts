import { memberProblem } from "@/app/_server/member-refused";
import { json, memberCommand, memberQuestion } from "@/app/_server/route";
import { inviteInput } from "@/lib/members/input";
import { inviteMember } from "@/lib/members/invite-member";
import { listMembers } from "@/lib/members/list-members";
import { makesOwner } from "@/lib/members/rules";

export const GET = memberQuestion("members.see", listMembers);

export const POST = memberCommand(
  "members.manage",
  inviteInput,
  async (scope, _, input) => {
    const invited = await inviteMember(scope, input);
    return invited.ok ? json(invited.value, 201) : memberProblem(invited);
  },
  makesOwner,
);

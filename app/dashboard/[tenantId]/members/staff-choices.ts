import type { Say } from "@/app/_words/say";
import type { TeamList } from "@/lib/members/list-members";

type Linked = { staffId: string | null; staffName: string | null };

/** Whom a login may be linked to: nobody, whoever has no login yet, and whom it is linked to already. */
export function staffChoices(say: Say, team: TeamList, own?: Linked): { value: string; label: string }[] {
  const taken = new Set(
    [...team.members, ...team.invitations.filter(({ expired }) => !expired)].map(({ staffId }) => staffId),
  );
  const free = team.staff.filter(({ id }) => !taken.has(id) && id !== own?.staffId);
  return [
    { value: "", label: say("Nobody") },
    ...(own?.staffId ? [{ value: own.staffId, label: own.staffName ?? "" }] : []),
    ...free.map(({ id, name }) => ({ value: id, label: name })),
  ];
}

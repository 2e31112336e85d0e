import { notFoundProblem, selfCommand, selfQuestion } from "@/app/_server/route";
import { profileShape } from "@/lib/auth/input";
import { changeProfile, getProfile } from "@/lib/auth/profile";

export const GET = selfQuestion("self", async ({ user }) => (await getProfile(user.id)) ?? notFoundProblem());

export const PATCH = selfCommand("self", profileShape, async ({ user }, change) => {
  await changeProfile(user.id, change);
  return (await getProfile(user.id)) ?? notFoundProblem();
});

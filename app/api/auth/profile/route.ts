import { notFoundProblem, selfCommand, selfQuestion } from "@/app/_server/route";
import { selfOf } from "@/app/_server/self";
import { profileShape } from "@/lib/auth/input";
import { changeProfile, getProfile } from "@/lib/auth/profile";

export const GET = selfQuestion("self", async ({ user }) => (await getProfile(user.id)) ?? notFoundProblem());

export const PATCH = selfCommand("self", profileShape, async (visitor, change) => {
  await changeProfile(await selfOf(visitor), change);
  return (await getProfile(visitor.user.id)) ?? notFoundProblem();
});

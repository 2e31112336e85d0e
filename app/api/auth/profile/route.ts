import { notFoundProblem, selfCommand, selfQuestion, tooMany } from "@/app/_server/route";
import { selfOf } from "@/app/_server/self";
import { profileShape } from "@/lib/auth/input";
import { countOwnChange } from "@/lib/auth/limits";
import { changeProfile, getProfile } from "@/lib/auth/profile";

export const GET = selfQuestion("self", async ({ user }) => (await getProfile(user.id)) ?? notFoundProblem());

export const PATCH = selfCommand("self", profileShape, async (visitor, change) => {
  const within = await countOwnChange("profile", visitor.user.id);
  if (!within.ok) return tooMany(within);
  await changeProfile(await selfOf(visitor), change);
  return (await getProfile(visitor.user.id)) ?? notFoundProblem();
});

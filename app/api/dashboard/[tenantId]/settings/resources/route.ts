import { answerUnlessAffected } from "@/app/_server/affected";
import { json, memberCommand, memberQuestion } from "@/app/_server/route";
import { settingProblem } from "@/app/_server/settings-refused";
import { addResourceUnlessBooked } from "@/lib/bookings/unless-booked-services";
import { addResourceInput } from "@/lib/resources/input";
import { listResources } from "@/lib/resources/list-resources";

export const GET = memberQuestion("settings.see", listResources);

export const POST = memberCommand("settings.manage", addResourceInput, async (scope, _, input) => {
  const added = await addResourceUnlessBooked(scope, input);
  return added.ok ? json(added.value, 201) : answerUnlessAffected(added, settingProblem);
});

import { json, memberCommand, memberQuestion } from "@/app/_server/route";
import { settingProblem } from "@/app/_server/settings-refused";
import { addService } from "@/lib/services/add-service";
import { addServiceInput } from "@/lib/services/input";
import { listPriceList } from "@/lib/services/list-price-list";

export const GET = memberQuestion("services.see", listPriceList);

export const POST = memberCommand("services.manage", addServiceInput, async (scope, _, input) => {
  const added = await addService(scope, input);
  return added.ok ? json(added.value, 201) : settingProblem(added);
});

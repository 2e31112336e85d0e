import { invalid } from "@/app/_server/problem";
import { memberCommand } from "@/app/_server/route";
import { arrangeServices } from "@/lib/services/arrange-services";
import { arrangeInput } from "@/lib/services/input";

export const PUT = memberCommand("services.manage", arrangeInput, async (scope, _, { ids }) =>
  (await arrangeServices(scope, ids)).ok ? {} : invalid({ ids: ["name one that is not sold here"] }),
);

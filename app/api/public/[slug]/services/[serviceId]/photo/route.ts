import { forGood, photoAnswer } from "@/app/_server/photo-answer";
import { publicRoute } from "@/app/_server/public-route";
import { notFoundProblem } from "@/app/_server/route";
import { isId } from "@/lib/platform/ids";
import { getServicePhoto } from "@/lib/services/service-photo";
import { readTenant } from "@/lib/tenancy/with-tenant";

/** What a service looks like; `?v=` names the picture, so it never has to be asked for twice. */
export const GET = publicRoute<{ serviceId: string }>(
  async (tenant, _, { serviceId }) => {
    if (!isId(serviceId)) return notFoundProblem();
    const photo = await readTenant(tenant.id, { kind: "public", via: "api" }, (scope) =>
      getServicePhoto(scope, serviceId),
    );
    return photoAnswer(photo, forGood);
  },
  { evenPending: true },
);

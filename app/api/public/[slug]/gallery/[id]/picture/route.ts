import { pictureAnswer } from "@/app/_server/picture-answer";
import { publicRoute } from "@/app/_server/public-route";

/** What the business shows of its work; what is for the house alone is not there. */
export const GET = publicRoute<{ id: string }>(
  (tenant, request, { id }) =>
    pictureAnswer({ tenantId: tenant.id, actor: { kind: "public", via: "api" } }, id, request),
  { evenPending: true },
);

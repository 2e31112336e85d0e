import { forGood, photoAnswer } from "@/app/_server/photo-answer";
import { publicRoute } from "@/app/_server/public-route";
import { logoBytes } from "@/lib/gallery/logo";

/** The sign of a business; `?v=` names it, so it never has to be asked for twice. It stands on its pages while it is closed, too. */
export const GET = publicRoute(
  async (tenant) => photoAnswer(tenant.logo && (await logoBytes(tenant.id, tenant.logo)), forGood),
  { evenClosed: true },
);

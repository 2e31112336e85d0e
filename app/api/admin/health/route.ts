import { platformHealth } from "@/app/_server/platform-health";
import { adminQuestion } from "@/app/_server/route";

export const GET = adminQuestion("tenants.decide", () => platformHealth());

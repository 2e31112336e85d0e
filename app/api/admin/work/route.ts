import { adminQuestion } from "@/app/_server/route";
import { stuckTold } from "@/lib/admin/stuck-words";
import { listStuck } from "@/lib/admin/stuck-work";

export const GET = adminQuestion("tenants.decide", async () => ({ items: (await listStuck()).map(stuckTold) }));

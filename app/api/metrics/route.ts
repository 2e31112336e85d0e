import { carries } from "@/app/_server/bearer";
import { problem } from "@/app/_server/problem";
import { env } from "@/lib/platform/env";
import { metrics } from "@/lib/realtime/metrics";

export const dynamic = "force-dynamic";

export async function GET(request: Request) {
  if (!carries(request, env().METRICS_TOKEN)) return problem(404, "not_found", "Not found.");
  const { registry } = metrics();
  return new Response(await registry.metrics(), {
    headers: { "content-type": registry.contentType, "cache-control": "no-store" },
  });
}

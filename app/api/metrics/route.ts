import { carries } from "@/app/_server/bearer";
import { problem } from "@/app/_server/problem";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { metrics } from "@/lib/realtime/metrics";
import { overdue } from "@/lib/tenancy/doors/overdue";

export const dynamic = "force-dynamic";

/** What is an hour late has failed again and again, and needs somebody. */
const hourMs = 3_600_000;

export async function GET(request: Request) {
  if (!carries(request, env().METRICS_TOKEN)) return problem(404, "not_found", "Not found.");
  const { registry, overdue: lying } = metrics();
  lying.set(await overdue(new Date(now().getTime() - hourMs)));
  return new Response(await registry.metrics(), {
    headers: { "content-type": registry.contentType, "cache-control": "no-store" },
  });
}

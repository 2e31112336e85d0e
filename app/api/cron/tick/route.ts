import { carries } from "@/app/_server/bearer";
import { problem } from "@/app/_server/problem";
import { answering } from "@/app/_server/route";
import { tidy } from "@/lib/jobs/tidy";
import { runDueJobs } from "@/lib/jobs/worker";
import { env } from "@/lib/platform/env";

export const dynamic = "force-dynamic";

/** Where no worker runs, the host's cron sweeps for what requests left behind. */
export const GET = (request: Request) =>
  answering(async () => {
    if (!carries(request, env().CRON_SECRET))
      return problem(401, "unauthenticated", "The cron secret is missing or wrong.");
    await runDueJobs();
    await tidy();
    return Response.json({ done: true });
  });

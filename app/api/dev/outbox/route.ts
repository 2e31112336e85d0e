import { hasDevPages } from "@/app/_server/dev-pages";
import { answering, json, notFoundProblem } from "@/app/_server/route";
import { listOutbox } from "@/lib/admin/list-outbox";
import { readIdentifier } from "@/lib/auth/sign-in";

/** Every message of all businesses, where nothing is real. */
export const GET = (request: Request) =>
  answering(async () => {
    if (!hasDevPages()) return notFoundProblem();
    const asked = new URL(request.url).searchParams;
    const since = Date.parse(asked.get("since") ?? "");
    const to = asked.get("to");
    const named = to ? readIdentifier(to) : null;
    return json(
      await listOutbox({
        to: named ? Object.values(named)[0] : (to ?? undefined),
        since: Number.isNaN(since) ? undefined : new Date(since),
      }),
    );
  });

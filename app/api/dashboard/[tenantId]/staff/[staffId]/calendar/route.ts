import { z } from "zod";
import { feedLink } from "@/app/_server/feed-link";
import { memberCommand, memberQuestion, notFoundProblem } from "@/app/_server/route";
import { isId } from "@/lib/platform/ids";
import { endFeed, getFeed, makeFeed } from "@/lib/staff/calendar-feed";

type Params = { staffId: string };
const nothing = z.unknown();

export const GET = memberQuestion<Params>("calendar.own", async (scope, _, __, { staffId }) => {
  const feed = isId(staffId) ? await getFeed(scope, staffId) : null;
  return feed?.ok ? { link: feedLink(feed.value) } : notFoundProblem();
});

export const POST = memberCommand<unknown, Params>("calendar.own", nothing, async (scope, _, __, { staffId }) => {
  const made = isId(staffId) ? await makeFeed(scope, staffId) : null;
  return made?.ok ? { link: feedLink(made.value) } : notFoundProblem();
});

export const DELETE = memberCommand<unknown, Params>("calendar.own", nothing, async (scope, _, __, { staffId }) => {
  const ended = isId(staffId) ? await endFeed(scope, staffId) : null;
  return ended?.ok ? {} : notFoundProblem();
});

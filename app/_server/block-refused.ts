import "server-only";
import type { BlockRefusal } from "@/lib/bookings/block-time";
import type { UnblockRefusal } from "@/lib/bookings/unblock-time";
import { stopped } from "./action";
import { problem } from "./problem";
import { notFoundProblem } from "./route";

type Refused = BlockRefusal | UnblockRefusal;

const wordsFor = (refused: Refused): string => {
  switch (refused.refusal) {
    case "time_taken":
      return `${refused.by} is in the way. Choose another time, or a shorter one.`;
    case "is_over":
      return "That time is over already.";
    case "unknown_staff":
      return "Nobody is here whose time that could be.";
    case "unknown_block":
      return "This block is no longer here.";
  }
};

/** Why time was not blocked or freed, for programs. */
export const blockProblem = (refused: Refused): Response =>
  refused.refusal === "unknown_staff" || refused.refusal === "unknown_block"
    ? notFoundProblem()
    : problem(409, refused.refusal, wordsFor(refused));

/** And for people. */
export const blockStopped = (refused: Refused) => stopped(wordsFor(refused), { code: refused.refusal });

import "server-only";
import type { BusinessRefusal } from "@/lib/tenancy/change-business";
import { stopped } from "./action";
import { invalid } from "./problem";

type Refused = BusinessRefusal & { ok: false };

/** What is wrong with a field that was sent. */
function faultIn(refused: Refused): Record<string, string[]> {
  switch (refused.refusal) {
    case "slug_taken":
      return { slug: ["belongs to another business"] };
    case "too_many_slugs":
      return { slug: ["was changed so often that no other is given; take one of before"] };
    case "zone_in_use":
      return {
        timeZone: [
          refused.bookings === 1
            ? "cannot change while a booking is to come"
            : `cannot change while ${refused.bookings} bookings are to come`,
        ],
      };
  }
}

/** Why a house stays as it was, for programs. */
export const businessProblem = (refused: Refused): Response => invalid(faultIn(refused));

/** And for people. */
export const businessStopped = (refused: Refused) =>
  stopped("Some fields are not right.", { fields: faultIn(refused), code: refused.refusal });

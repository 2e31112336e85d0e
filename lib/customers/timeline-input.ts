import { z } from "zod";
import { timelineKinds } from "./timeline-kinds";

const place = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d(?::?\d\d)?)) ([0-9a-f-]{36})$/;

/** Where a page ended: when, and of what happened at the same moment which. */
const cursor = z.string("is not a place in this list").transform((text, context) => {
  const found = place.exec(text);
  if (
    found &&
    z.uuid().safeParse(found[2]).success &&
    !Number.isNaN(Date.parse(found[1]!.replace(/([+-]\d\d)$/, "$1:00")))
  )
    return { at: found[1]!, id: found[2]! };
  context.addIssue({ code: "custom", message: "is not a place in this list" });
  return z.NEVER;
});

const asked = <T extends z.ZodType>(shape: T) => z.preprocess((given) => given || undefined, shape.optional());

export const timelineQuery = z.object({
  kind: asked(
    z.enum(
      timelineKinds.map(({ value }) => value),
      "is none of the list",
    ),
  ),
  cursor: asked(cursor),
});
export type TimelineQuery = z.output<typeof timelineQuery>;

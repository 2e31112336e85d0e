"use server";

import { z } from "zod";
import { adminAction, done } from "@/app/_server/action";
import { adminActor } from "@/app/_server/visitor";
import { tryAgain as retry } from "@/lib/admin/stuck-work";

const id = z.string().regex(/^\d{1,18}$/, "is not a piece of work");
const shape = z.object({ id });
const several = z.object({ ids: z.array(id).min(1, "names nothing").max(100, "are too many at once") });

/** Answers whether it is tried: who was quicker has done so already. */
export const tryAgain = adminAction("tenants.decide", shape, async (visitor, { id }) =>
  done(await retry(await adminActor(visitor), id)),
);

/** Answers how many of them are tried. */
export const tryAllAgain = adminAction("tenants.decide", several, async (visitor, { ids }) => {
  const actor = await adminActor(visitor);
  let tried = 0;
  for (const id of ids) if (await retry(actor, id)) tried++;
  return done(tried);
});

"use server";

import { z } from "zod";
import { adminAction, done } from "@/app/_server/action";
import { adminActor } from "@/app/_server/visitor";
import { tryAgain as retry } from "@/lib/admin/stuck-work";

const shape = z.object({ id: z.string().regex(/^\d{1,18}$/, "is not a piece of work") });

/** Answers whether it is tried: who was quicker has done so already. */
export const tryAgain = adminAction("tenants.decide", shape, async (visitor, { id }) =>
  done(await retry(await adminActor(visitor), id)),
);

"use server";

import { z } from "zod";
import { anyoneAction, done } from "./action";
import { codeKinds, forgetCode } from "./waiting-code";

/** Whoever turns back from a code is not led to it again by a reload. */
export const dropCode = anyoneAction("anyone", z.enum(codeKinds), async (kind) => {
  await forgetCode(kind);
  return done(true);
});

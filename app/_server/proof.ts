import "server-only";
import { hasProved } from "@/lib/auth/sessions";
import { problem } from "./problem";
import type { Visitor } from "./visitor";

/** Whether this wish is one that a passer-by at an open screen must not fulfil: it wants a fresh proof of who it is. */
export type IsGrave<I, P = object> = (input: I, params: P) => boolean;
export const always = (): boolean => true;
export const never = (): boolean => false;

export const proofWords = "Show first that it is you.";

export const owesProof = async ({ sessionId }: Visitor, grave: boolean): Promise<boolean> =>
  grave && !(await hasProved(sessionId));

export const proofProblem = (): Response => problem(403, "proof_required", proofWords);

import { sha256 } from "@/lib/platform/ids";
import { signature } from "@/lib/platform/signing";

export type WaitKind = "ticket" | "waitlist";

/** The unguessable part of a place's own link (128 bits), made as a booking's is; only its hash is stored. */
export const waitToken = (kind: WaitKind, id: string): string =>
  signature(`${kind} ${id}`).subarray(0, 16).toString("base64url");

export const waitTokenHash = (kind: WaitKind, id: string): string => sha256(waitToken(kind, id));

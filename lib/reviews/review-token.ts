import { sha256 } from "@/lib/platform/ids";
import { signature } from "@/lib/platform/signing";

/** The unguessable part of the link on which a visit is rated, made as a booking's is; only its hash is stored. */
export const reviewToken = (visitId: string): string =>
  signature(`review ${visitId}`).subarray(0, 16).toString("base64url");

export const reviewTokenHash = (visitId: string): string => sha256(reviewToken(visitId));

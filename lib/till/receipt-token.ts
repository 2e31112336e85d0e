import { sha256 } from "@/lib/platform/ids";
import { signature } from "@/lib/platform/signing";

/** The unguessable part of a receipt's own link, made as a booking's is; only its hash is stored. */
export const receiptToken = (saleId: string): string =>
  signature(`receipt ${saleId}`).subarray(0, 16).toString("base64url");

export const receiptTokenHash = (saleId: string): string => sha256(receiptToken(saleId));

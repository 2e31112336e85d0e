import { createHmac } from "node:crypto";
import { env } from "@/lib/platform/env";

/**
 * The unguessable part of a booking's own link (128 bits). Made from the booking and the installation's secret, so
 * that messages can carry it later without it being kept anywhere; only its hash is stored.
 */
export const bookingToken = (bookingId: string): string =>
  createHmac("sha256", env().AUTH_SECRET).update(`booking ${bookingId}`).digest().subarray(0, 16).toString("base64url");

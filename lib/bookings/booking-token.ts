import { now } from "@/lib/platform/clock";
import { sha256 } from "@/lib/platform/ids";
import { signature } from "@/lib/platform/signing";

/**
 * The unguessable part of a booking's own link (128 bits). Made from the booking and the installation's secret, so
 * that messages can carry it later without it being kept anywhere; only its hash is stored.
 */
export const bookingToken = (bookingId: string): string =>
  signature(`booking ${bookingId}`).subarray(0, 16).toString("base64url");

/** So long after a visit its link still opens, and messages may lead there. */
export const linkDays = 90;

/** Whatever ended before has a link no longer. */
export const linksSince = (): Date => new Date(now().getTime() - linkDays * 86_400_000);

/** What is stored of a booking's link. */
export const bookingTokenHash = (bookingId: string): string => sha256(bookingToken(bookingId));

/** The page on which the deposit is paid. */
export const payHref = (token: string): string => `/b/${token}/pay`;

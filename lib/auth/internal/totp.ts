import { Secret, TOTP } from "otpauth";
import { now } from "@/lib/platform/clock";

/** What every authenticator app does when it is told nothing else. */
const usual = { algorithm: "SHA1", digits: 6, period: 30 } as const;
/** A phone's clock may be this many steps off. */
const drift = 1;

const totpOf = (secret: string, label?: string) =>
  new TOTP({ ...usual, issuer: "ClientPulse", ...(label ? { label } : {}), secret: Secret.fromBase32(secret) });

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code says. */
export const totpAddress = (secret: string, label: string): string => totpOf(secret, label).toString();

/** The time step to which a code belongs, or null when it is not one of now. */
export function totpStep(secret: string, code: string): number | null {
  const totp = totpOf(secret);
  const timestamp = now().getTime();
  const delta = totp.validate({ token: code, timestamp, window: drift });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}

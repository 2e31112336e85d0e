import "server-only";
import { z } from "zod";
import { forget, keep, kept } from "@/app/_server/kept";
import { qrPicture } from "@/app/_server/qr-picture";
import type { Visitor } from "@/app/_server/visitor";
import { secondFactorBegun } from "@/lib/auth/set-up-second-factor";
import { now } from "@/lib/platform/clock";
import type { Begun } from "./set-up";

const name = "totp";
/** Whoever shows it was asked for a proof before; after so long they are asked again. */
const minutes = 30;
const shape = z.object({ at: z.number() });

/** For the screen: the letters, the picture, and the address that an app on the same phone opens. */
export const begunOf = ({ secret, address }: { secret: string; address: string }): Begun => ({
  secret,
  address,
  picture: qrPicture(address),
});

export const keepBegun = ({ sessionId }: Visitor): Promise<void> =>
  keep({ name, whose: sessionId }, { at: now().getTime() }, minutes * 60);

export const forgetBegun = (): Promise<void> => forget(name);

/** The set-up that this browser is in the middle of, or null. */
export async function begunHere({ user, sessionId }: Visitor): Promise<Begun | null> {
  const mark = await kept({ name, whose: sessionId }, shape);
  if (!mark || now().getTime() - mark.at > minutes * 60_000) return null;
  const begun = await secondFactorBegun(user.id);
  return begun && begunOf(begun);
}

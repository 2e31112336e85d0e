import { hash, verify } from "@node-rs/argon2";
import { Busy } from "@/lib/platform/busy";
import { hasFault } from "@/lib/platform/env";
import { inTurn } from "@/lib/platform/in-turn";
import { singleton } from "@/lib/platform/singleton";
import { isOldHash, isOldPassword } from "./internal/old-hashes";

/** OWASP's parameters for argon2id. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Each takes 19 MB and a core for its time: a flood of sign-ins queues here instead of slowing bookings down. */
const mostAtOnce = 2;
/** Whoever would come after so many is asked to come back: they would wait for seconds, and the line would have no end. */
export const mostWaiting = 100;

const checked = inTurn("passwords to check", { atOnce: mostAtOnce, waiting: mostWaiting });

async function inLine<T>(work: () => Promise<T>): Promise<T> {
  if (hasFault("hashes-full")) throw new Busy("too many passwords to check");
  return checked(work);
}

/** Throws `Busy` when too many wait already; so does whatever else takes a hash's time. */
export const hashPassword = (password: string): Promise<string> => inLine(() => hash(password, strength));

/** Nobody's password: checked when nobody is known, so that both answers take the same time. Made once, out of turn. */
const decoy = () => singleton("decoy-hash", () => hash("nobody has this password", strength));

/** Whether it is the password behind the hash; without a hash it takes as long and says no. */
export async function isPassword(password: string, known: string | undefined): Promise<boolean> {
  if (known && isOldHash(known)) return inLine(() => isOldPassword(password, known));
  const matches = await inLine(async () => verify(known || (await decoy()), password));
  return known ? matches : false;
}

/** Brought from the system before this one: good for one sign-in, which makes it anew. */
export const isFromBefore = isOldHash;

/** Made with other parameters than those of now. */
export const isOutdated = (known: string): boolean =>
  !known.startsWith(`$argon2id$v=19$m=${strength.memoryCost},t=${strength.timeCost},p=${strength.parallelism}$`);

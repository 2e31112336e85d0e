import { hash, verify } from "@node-rs/argon2";
import { singleton } from "@/lib/platform/singleton";

/** OWASP's parameters for argon2id. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Each takes 19 MB and a core for its time: a flood of sign-ins queues here instead of slowing bookings down. */
const mostAtOnce = 2;

type Queue = { running: number; waiting: (() => void)[] };
const queue = () => singleton<Queue>("hash-queue", () => ({ running: 0, waiting: [] }));

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const line = queue();
  if (line.running >= mostAtOnce) await new Promise<void>((resolve) => line.waiting.push(resolve));
  line.running++;
  try {
    return await work();
  } finally {
    line.running--;
    line.waiting.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, strength));

/** Nobody's password: checked when nobody is known, so that both answers take the same time. */
const decoy = () => singleton("decoy-hash", () => hashPassword("nobody has this password"));

/** Whether it is the password behind the hash; without a hash it takes as long and says no. */
export async function isPassword(password: string, known: string | undefined): Promise<boolean> {
  const against = known || (await decoy());
  const matches = await inTurn(() => verify(against, password));
  return known ? matches : false;
}

/** Made with other parameters than those of now. */
export const isOutdated = (known: string): boolean =>
  !known.startsWith(`$argon2id$v=19$m=${strength.memoryCost},t=${strength.timeCost},p=${strength.parallelism}$`);

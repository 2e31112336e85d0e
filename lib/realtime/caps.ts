import { env } from "@/lib/platform/env";

type Who = { tenantId: string; userId: string; address: string | null };

/** How many streams may be open at once, so that one visitor cannot use up the process. */
export class Caps {
  readonly #open = new Map<string, number>();

  /** Null when a cap is reached; otherwise what gives the place back. */
  take({ tenantId, userId, address }: Who): (() => void) | null {
    const wanted: [string, number][] = [
      [`tenant ${tenantId}`, env().STREAMS_PER_TENANT],
      [`user ${userId}`, env().STREAMS_PER_USER],
      // An address that nobody told us is everybody's: a cap on it would be one on the house.
      ...(address ? [[`address ${address}`, env().STREAMS_PER_ADDRESS] satisfies [string, number]] : []),
    ];
    if (wanted.some(([key, most]) => (this.#open.get(key) ?? 0) >= most)) return null;
    for (const [key] of wanted) this.#open.set(key, (this.#open.get(key) ?? 0) + 1);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      for (const [key] of wanted) {
        const left = (this.#open.get(key) ?? 1) - 1;
        if (left > 0) this.#open.set(key, left);
        else this.#open.delete(key);
      }
    };
  }
}

/** What a stream counts as, and how many such may be open. */
export type Place = readonly [key: string, most: number];

/** How many streams may be open at once, so that one visitor cannot use up the process. */
export class Caps {
  readonly #open = new Map<string, number>();

  /** Null when a cap is reached; otherwise what gives the place back. */
  take(wanted: readonly Place[]): (() => void) | null {
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

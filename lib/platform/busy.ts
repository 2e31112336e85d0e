/** More is being asked than can be done at once: nothing was done, and in a moment the same may go through. */
export class Busy extends Error {
  override name = "Busy";
}

/** Told by its name: a process holds several copies of each module. */
export const isBusy = (error: unknown): boolean => error instanceof Error && error.name === "Busy";

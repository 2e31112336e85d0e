import { singleton } from "./singleton";

const offset = () => singleton("clock", () => ({ ms: 0 }));

/** The only clock. Instants go into SQL as parameters; business SQL never calls now(). */
export const now = (): Date => new Date(Date.now() + offset().ms);

export const clockOffset = (): number => offset().ms;

/** Distance of the database's clock from this machine's, so that two servers agree. Tests move it too. */
export function setClockOffset(ms: number): void {
  offset().ms = ms;
}

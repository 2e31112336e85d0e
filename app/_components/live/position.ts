/** A place in the tenant's log as the stream names it: `epoch-seq`. */
export type Position = { epoch: number; seq: number };

export const writePosition = (at: Position): string => `${at.epoch}-${at.seq}`;

export function readPosition(text: string): Position | null {
  const found = /^(\d{1,9})-(\d{1,15})$/.exec(text);
  return found ? { epoch: Number(found[1]), seq: Number(found[2]) } : null;
}

/** True when `a` lies before `b`. Places of different epochs cannot be compared, so neither is before the other. */
export const isBefore = (a: Position, b: Position): boolean => a.epoch === b.epoch && a.seq < b.seq;

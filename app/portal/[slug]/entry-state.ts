/** Where somebody stands on the way in, and what is in the way: at the field, or of the whole. */
export type EntryState = { phone: string; fault?: string; problem?: string } & (
  | { step: "phone" }
  /** The challenge goes with the code: only who asked for it can try it. */
  | { step: "code"; challenge: string }
);

export const atTheDoor: EntryState = { step: "phone", phone: "" };

/** The name as it was typed, what is wrong with it, or that it is kept. */
export type NameState = { name: string; fault?: string; saved?: boolean };

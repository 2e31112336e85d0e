/** Where somebody stands on the way to another address, and what is in the way. */
export type EmailState = { step: "email" | "code"; email: string; fault?: string; problem?: string; saved?: boolean };

/** Where somebody stands on the way to another address, and what is in the way. A code counts together with its challenge. */
export type EmailState = {
  step: "email" | "code";
  email: string;
  challenge?: string;
  fault?: string;
  problem?: string;
  saved?: boolean;
};

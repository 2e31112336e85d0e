import type { FormState } from "@/app/_server/form-action";

/** The name as it was typed, what is wrong with it, or that it is kept. */
export type NameState = FormState & { name: string; fault?: string; saved?: boolean };

/** Where somebody stands on the way of a code: first where to, then the six digits. */
export type CodeState = FormState & {
  step: "to" | "code";
  to: string;
  /** Goes with the code: only who asked for it can try it. */
  challenge?: string;
  code?: string;
  /** Seconds until another one may be asked for. */
  wait?: number;
  /** Another one was sent. */
  again?: boolean;
  fault?: string | undefined;
  saved?: boolean;
};

export type WishesState = FormState & { language: string; bySms: boolean; byEmail: boolean; saved?: boolean };

/** What somebody allows beyond what they asked for. */
export type AllowState = FormState & { marketing: boolean; saved?: boolean };

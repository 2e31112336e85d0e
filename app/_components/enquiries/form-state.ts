/** What the form is drawn from: everything typed comes back with what is in the way. */
export type EnquiryState = {
  typed: { name: string; phone: string; email: string; subject: string; words: string };
  errors: Partial<Record<"name" | "phone" | "email" | "subject" | "words", string>>;
  problem?: string;
  sent?: boolean;
};

export const nothingTyped: EnquiryState = {
  typed: { name: "", phone: "", email: "", subject: "", words: "" },
  errors: {},
};

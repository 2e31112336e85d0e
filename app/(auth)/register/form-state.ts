/** What the form holds, by name; the password is not handed back. */
export const typedFields = ["businessName", "businessType", "city", "timeZone", "phone", "name", "email"] as const;

export type TypedField = (typeof typedFields)[number];

export type RegisterState = {
  typed: Partial<Record<TypedField, string>>;
  accepted: boolean;
  errors: Partial<Record<TypedField | "password" | "acceptTerms", string>>;
  problem: string;
};

export const nothingTyped: RegisterState = { typed: {}, accepted: false, errors: {}, problem: "" };

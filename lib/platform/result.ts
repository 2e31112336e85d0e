/** Expected outcomes are values: the refusal union is part of a verb's signature, so every caller handles each case. */
export type Result<T, Refusal extends { refusal: string }> = { ok: true; value: T } | ({ ok: false } & Refusal);

export const ok = <T>(value: T) => ({ ok: true, value }) as const;
export const refuse = <R extends string, D extends object = object>(refusal: R, detail?: D) =>
  ({ ok: false, refusal, ...(detail as D) }) as const;

/** What the form of the waitlist is drawn from: everything typed comes back with what is in the way. */
export type JoinState = {
  typed: { name: string; phone: string; from: string; to: string; part: string };
  errors: Partial<Record<"name" | "phone" | "from" | "to", string>>;
  problem?: string;
};

import { z } from "zod";

const date = z.iso
  .date("is not a date (YYYY-MM-DD)")
  .refine((day) => day >= "2000" && day < "2100", "is not a date of this century");
const word = z
  .string()
  .max(60)
  .regex(/^[a-z_.]+$/, "is not a name");

/** A form sends its empty fields, too: they ask for nothing. */
const filter = <T extends z.ZodType>(shape: T) =>
  z.preprocess((given) => (given === "" ? undefined : given), shape.optional());

const filters = {
  member: filter(z.uuid("is not an id").toLowerCase()),
  action: filter(word),
  entity: filter(word),
  from: filter(date),
  to: filter(date),
};

export const auditFilters = z.object(filters);
export type AuditFilters = z.output<typeof auditFilters>;

export const auditQuery = z.object({
  ...filters,
  cursor: filter(z.uuid("is not a cursor").toLowerCase()),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

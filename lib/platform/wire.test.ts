import { expect, test } from "vitest";
import { z } from "zod";
import { answerOf } from "./wire";

type Visit = { id: string; at: Date; note?: string; status: "kept" | "missed" };

// The type checker reads these: an error that is expected and does not come is one.
const shapes = () => {
  const right = {
    id: z.string(),
    at: z.iso.datetime(),
    note: z.string().optional(),
    status: z.enum(["kept", "missed"]),
  };
  answerOf<Visit>()(z.strictObject(right));
  // @ts-expect-error something is missing
  answerOf<Visit>()(z.strictObject({ id: right.id, at: right.at, note: right.note }));
  // @ts-expect-error something is too much
  answerOf<Visit>()(z.strictObject({ ...right, phone: z.string() }));
  // @ts-expect-error something may be more than it is
  answerOf<Visit>()(z.strictObject({ ...right, status: z.string() }));
  // @ts-expect-error something is always there that need not be
  answerOf<Visit>()(z.strictObject({ ...right, note: z.string() }));
};

test("a shape that differs from what is answered does not compile", () => expect(shapes).not.toThrow());

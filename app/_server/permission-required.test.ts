import { expect, test } from "vitest";
import { z } from "zod";
import type * as action from "./action";
import type * as form from "./form-action";
import type * as route from "./route";

// Nothing here runs: the type checker reads it, and an error that is expected and does not come is one.
type Wrappers = typeof action & typeof route & typeof form;

function withoutPermission(wrap: Wrappers): void {
  const shape = z.object({});
  // @ts-expect-error who may is the first thing to say
  wrap.memberAction(shape, async () => ({ ok: true, value: null }));
  // @ts-expect-error the same where somebody outside is called
  wrap.memberErrand(shape, async () => ({ ok: true, value: null }));
  // @ts-expect-error and for what a platform admin does
  wrap.adminAction(shape, async () => ({ ok: true, value: null }));
  // @ts-expect-error for questions
  wrap.memberQuestion(async () => ({}));
  // @ts-expect-error for commands
  wrap.memberCommand(shape, async () => ({}));
  // @ts-expect-error and for bytes that are handed over
  wrap.memberUploadErrand(10, async () => ({}));
  // @ts-expect-error and for customers
  wrap.customerFormAction(
    () => ({}),
    async () => ({}),
  );
  // @ts-expect-error a name that stands in no table is no permission
  wrap.memberQuestion("bookings.anything", async () => ({}));
}

test("a wrapper without a permission does not compile", () => expect(withoutPermission).toBeTypeOf("function"));

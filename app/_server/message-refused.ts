import "server-only";
import type { TestRefusal } from "@/lib/notifications/send-test";
import type { Result } from "@/lib/platform/result";
import { type ActionAnswer, done, stopped } from "./action";
import { problem } from "./problem";
import { json, tooMany } from "./route";

const notSent =
  "It may not go: SMS do not leave for this country, or as many as may go in a day have gone to it already.";

/** What became of a test, as a form gets it. */
export function testAnswer<T>(sent: Result<T, TestRefusal>): ActionAnswer<T> {
  if (sent.ok) return done(sent.value);
  if (sent.refusal === "not_sent") return stopped(notSent, { code: sent.refusal });
  return stopped(`That is enough for now: try again in ${Math.ceil(sent.retryAfterSeconds / 60)} minutes.`, {
    code: sent.refusal,
  });
}

/** And as a program gets it. */
export function testReply(sent: Result<object, TestRefusal>): Response {
  if (sent.ok) return json(sent.value, 201);
  if (sent.refusal === "not_sent") return problem(409, sent.refusal, notSent);
  return tooMany({ ok: false, retryAfterSeconds: sent.retryAfterSeconds });
}

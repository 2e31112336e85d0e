import "server-only";
import { waitWords } from "@/app/_components/forms/wait-words";
import { type ActionAnswer, stopped } from "./action";
import { invalid, problem } from "./problem";
import { proofWords } from "./proof";
import { tooMany, unauthenticated } from "./route";

/** What the verbs on one's own account answer when they do not do what was asked. */
export type AccountRefusal =
  | { refusal: "too_many"; retryAfterSeconds: number }
  | { refusal: "wrong_code"; triesLeft?: number }
  | { refusal: "bad_password"; fault: string }
  | { refusal: keyof typeof others };

const others = {
  not_an_identifier: ["identifier", "is neither an e-mail address nor a phone number"],
  not_an_email: ["destination", "is not an e-mail address"],
  not_a_phone: ["destination", "is not a phone number"],
  no_country: [null, "We cannot send SMS to that country yet. Use an e-mail address instead."],
  code_ended: ["code", "is used up or too old: ask for a new one"],
  wrong_password: ["password", "is not right"],
  taken: ["destination", "belongs to another login"],
  last_contact: [null, "You sign in with this one. Add another one first."],
  link_ended: [null, "This link was used already or is too old. Ask for a new one."],
  registration_ended: [null, "This registration is over: it was confirmed, or an hour has passed. Start again."],
  login_exists: [null, "This address has a login by now. Sign in, and register the business from there."],
  proof_required: [null, proofWords],
  already_on: [null, "Your second factor is on already."],
  signed_out: [null, "You have been signed out. Sign in first."],
  not_begun: [null, "Set the second factor up first."],
} as const;

const wrongCode = (left: number | undefined) => {
  if (left === undefined) return "is not right";
  if (left === 0) return "is not right, and that was the last try: ask for a new one";
  return left === 1 ? `is not right. ${left} try left` : `is not right. ${left} tries left`;
};

/** The field that is wrong with why, or a sentence about the whole. */
function faultOf(refused: Exclude<AccountRefusal, { refusal: "too_many" }>): { field: string | null; words: string } {
  if (refused.refusal === "wrong_code") return { field: "code", words: wrongCode(refused.triesLeft) };
  if (refused.refusal === "bad_password") return { field: "password", words: refused.fault };
  const [field, words] = others[refused.refusal];
  return { field, words };
}

/** For a form; `names` says what its fields are called where they have other names. */
export function stoppedBy(
  refused: AccountRefusal,
  names: Record<string, string> = {},
): Extract<ActionAnswer<never>, { ok: false }> {
  const code = refused.refusal;
  if (refused.refusal === "too_many") return stopped(waitWords(refused.retryAfterSeconds), { code });
  const { field, words } = faultOf(refused);
  return field === null
    ? stopped(words, { code })
    : stopped("Some fields are not right.", { code, fields: { [names[field] ?? field]: [words] } });
}

/** For a program. */
export function problemOf(refused: AccountRefusal): Response {
  if (refused.refusal === "too_many") return tooMany({ ok: false, retryAfterSeconds: refused.retryAfterSeconds });
  if (refused.refusal === "signed_out") return unauthenticated();
  const { field, words } = faultOf(refused);
  if (field !== null) return invalid({ [field]: [words] });
  return problem(refused.refusal === "proof_required" ? 403 : 409, refused.refusal, words);
}

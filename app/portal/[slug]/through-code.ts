import "server-only";
import { resendSeconds } from "@/app/_components/forms/resend-seconds";
import { type CodeKind, forgetCode, keepCode, type Waiting, waitingCode } from "@/app/_server/waiting-code";
import type { Language } from "@/lib/platform/format";
import { codeIn, faults } from "./faults";
import type { CodeState } from "./form-states";

type Text = (name: string) => string;
type Given = { to: string; challenge: string; code: string };

type Way = {
  kind: CodeKind;
  whose: string;
  language: Language;
  /** Sends a code, or says what is in the way. */
  ask(typed: string): Promise<{ to: string; challenge: string } | Pick<CodeState, "fault" | "problem">>;
  /** Does what the code was for, or says what is in the way. */
  give(given: Given): Promise<Partial<CodeState> | undefined>;
};

/** The form as it was sent: at the code only while there is one to go with it. */
export const codeAsSent =
  (field: "phone" | "email") =>
  (text: Text): CodeState => {
    const [to, challenge, code] = [text(field), text("challenge"), text("code")];
    return text("step") === "code" ? { step: "code", to, challenge, code } : { step: "to", to };
  };

/** Where a reload begins: at the code that is waited for, or with what is known. */
export const codeStart = async (kind: CodeKind, whose: string, known: string): Promise<CodeState> =>
  fromWaiting(await waitingCode(kind, whose)) ?? { step: "to", to: known };

const fromWaiting = (waiting: Waiting | null): CodeState | null => waiting && { step: "code", ...waiting };

/** One step on the way of a code: to the address, to another one, once more, or to the end. */
export async function throughCode(
  text: Text,
  kept: CodeState,
  { kind, whose, language, ask, give }: Way,
): Promise<CodeState> {
  const { to, challenge = "" } = kept;
  if (text("other") !== "") {
    await forgetCode(kind);
    return { step: "to", to };
  }
  if (kept.step === "to" || text("again") !== "") {
    const asked = await ask(to);
    // A code that was sent before still counts.
    if (!("challenge" in asked)) return { ...kept, ...asked };
    await keepCode(kind, whose, asked);
    return { step: "code", ...asked, wait: resendSeconds, again: kept.step === "code" };
  }
  const code = codeIn(text("code"));
  if (!code) return { ...kept, fault: faults[language].code.shape };
  const stopped = await give({ to, challenge, code });
  if (stopped && stopped.step !== "to") return { ...kept, ...stopped };
  await forgetCode(kind);
  return stopped ? { step: "to", to, ...stopped } : { step: "to", to, saved: true };
}

import type { Say } from "@/app/_words/say";
import type { StatementReading } from "@/lib/payments/read-in-statement";
import { statementPath } from "../money-keys";

type Answer = { ok: true; reading: StatementReading } | { ok: false; fault?: string | undefined; problem: string };

/** Hands a statement over, and gets back what it says. */
export async function sendStatement(
  say: Say,
  tenantId: string,
  file: File,
  step: "preview" | "all" | "known",
): Promise<Answer> {
  try {
    const response = await fetch(statementPath(tenantId, step), {
      method: "POST",
      headers: { "content-type": "text/csv" },
      body: file,
    });
    const body = await response.json();
    if (response.ok) return { ok: true, reading: body as StatementReading };
    if (response.status === 413) return { ok: false, problem: say("The file is too large: save a shorter time.") };
    const { fields, title } = body as { fields?: { file?: string[] }; title?: string };
    return { ok: false, fault: fields?.file?.[0], problem: title ? say.known(title) : say("It could not be read.") };
  } catch {
    return { ok: false, problem: say("That did not reach the server. Please try again.") };
  }
}

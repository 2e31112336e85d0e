import { codeWords } from "@/lib/auth/code-words";
import { codeMessage, issueCode } from "@/lib/auth/one-time-codes";
import type { Language } from "@/lib/platform/format";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { queueMessage } from "./queue-message";

/**
 * Six digits to a phone, in the name of the business whose portal is entered; answers the challenge they come back with.
 * They open the phone's account at every business, so they lie with the platform and not where one of them reads. The SMS has been counted.
 */
export async function sendPortalCode(phone: string, house: string, language: Language = "en"): Promise<string> {
  const { challenge, code } = await issueCode({ purpose: "portal_sign_in", destination: phone });
  await withTenant(platformTenantId, { kind: "public", via: "page" }, (scope) =>
    queueMessage(scope, {
      channel: "sms",
      to: phone,
      template: "portal-code",
      body: codeWords[language].body(code, house),
      counted: true,
      ...codeMessage(challenge),
    }),
  );
  return challenge;
}

import "server-only";
import { headers } from "next/headers";
import type { EnquiryState } from "@/app/_components/enquiries/form-state";
import { enquiryWords } from "@/app/_components/enquiries/words";
import { waitWords } from "@/app/_components/forms/wait-words";
import { guest } from "@/app/book/_parts/tenant";
import { fieldSentence } from "@/app/book/_parts/words";
import { countEnquiry } from "@/lib/auth/limits";
import { enquiryInput } from "@/lib/enquiries/input";
import { receiveEnquiry } from "@/lib/enquiries/receive-enquiry";
import { addressOf } from "@/lib/platform/client-address";
import { fieldErrors } from "@/lib/platform/field-errors";
import { withTenant } from "@/lib/tenancy/with-tenant";
import { carefully } from "./action";
import { formText } from "./form";
import { languageHere } from "./language";
import { borrowsSession, requestOrigin } from "./origin";

const names = ["name", "phone", "email", "subject", "words"] as const;
type Field = (typeof names)[number];

/** A contact form as it was sent; `to` says whom it goes to, or null for nobody. */
export async function sendEnquiry(
  form: FormData,
  to: (text: (name: string) => string) => Promise<string | null>,
): Promise<EnquiryState> {
  const text = formText(form);
  const typed = Object.fromEntries(names.map((name) => [name, text(name).slice(0, 2_000)])) as EnquiryState["typed"];
  const language = await languageHere();
  const { unavailable, labels, faults } = enquiryWords[language];
  const asked = await headers();
  if (borrowsSession(asked)) return { typed, errors: {}, problem: unavailable };
  const input = enquiryInput.safeParse({ ...typed, website: text("website").slice(0, 200) });
  if (!input.success) {
    const errors: EnquiryState["errors"] = {};
    for (const [field, [message = "is not right"]] of Object.entries(fieldErrors(input.error)))
      if (field in labels)
        errors[field as Field] = faults?.[field as Field] ?? fieldSentence(labels[field as Field], message);
    return { typed, errors };
  }
  return carefully<EnquiryState>(
    async () => {
      const tenantId = await to(text);
      if (!tenantId) return { typed, errors: {}, problem: unavailable };
      const within = await countEnquiry(addressOf(asked));
      if (!within.ok) return { typed, errors: {}, problem: waitWords(within.retryAfterSeconds, language) };
      const actor = { ...guest, from: requestOrigin(asked) };
      await withTenant(tenantId, actor, (scope) => receiveEnquiry(scope, input.data));
      return { typed, errors: {}, sent: true };
    },
    (problem, full) => ({ typed, errors: {}, problem: full ? problem : unavailable }),
  );
}

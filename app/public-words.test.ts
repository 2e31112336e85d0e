import { describe, expect, test } from "vitest";
import { statusWords } from "@/lib/admin/rules";
import { reportWords } from "@/lib/analytics/report-words";
import { codeWords } from "@/lib/auth/code-words";
import { calendarWords } from "@/lib/bookings/calendar-words";
import { termsWordsIn } from "@/lib/bookings/terms-words";
import { conversationWords } from "@/lib/conversations/words";
import { payslipWords } from "@/lib/payroll/payslip-words";
import { reviewWords } from "@/lib/reviews/words";
import { invoiceWords } from "@/lib/subscriptions/invoice-words";
import { enquiryWords } from "./_components/enquiries/words";
import { missingWords } from "./_components/errors/missing-words";
import { errorWords } from "./_components/errors/words";
import { fileWords } from "./_server/file-words";
import { siteWords } from "./(site)/_parts/site-words";
import { apiWords } from "./(site)/docs/api/words";
import { privacyWords } from "./(site)/privacy/words";
import { termsWords } from "./(site)/terms/words";
import { payWords } from "./b/[token]/pay/words";
import { ticketWords } from "./b/[token]/words";
import { publicWords } from "./book/_parts/public-words";
import { moreWords } from "./book/[slug]/more-words";
import { bookWords } from "./book/[slug]/words";
import { portalWords } from "./portal/[slug]/portal-words";
import { walletWords } from "./portal/[slug]/wallet/words";
import { queueWords } from "./q/[token]/words";
import { optOutWords } from "./u/[token]/words";
import { waitingWords } from "./w/[token]/words";

/** In words; a value that is told apart in place of each that it is given. Null where only real values would do. */
const spoken = (say: Said["say"]): string | null => {
  if (typeof say === "string") return say;
  try {
    return String(
      (say as (...all: string[]) => unknown)(...["<one>", "<two>", "<three>", "<four>"].slice(0, say.length)),
    );
  } catch {
    return null;
  }
};

type Said = { key: string; say: string | ((...given: never[]) => unknown) };

/** Every sentence, those in lists and tables of their own as well. */
const sentences = (words: object, at = ""): Said[] =>
  Object.entries(words).flatMap(([key, value]) =>
    value === null || key === "faults"
      ? []
      : typeof value === "string" || typeof value === "function"
        ? [{ key: at + key, say: value }]
        : sentences(value as object, `${at}${key}.`),
  );

describe.each([
  ["of the platform's own pages", siteWords],
  ["of the terms for businesses", termsWords],
  ["of what is done with data", privacyWords],
  ["around the document of the API", apiWords],
  ["of every page", publicWords],
  ["of a booking's steps", bookWords],
  ["beside the steps", moreWords],
  ["of a booking", ticketWords],
  ["of a deposit", payWords],
  ["of terms", termsWordsIn],
  ["of the waitlist", waitingWords],
  ["of the queue", queueWords],
  ["of the portal", portalWords],
  ["of the wallet", walletWords],
  ["of reviews", reviewWords],
  ["of a conversation", conversationWords],
  ["of the way out", optOutWords],
  ["of a contact form", enquiryWords],
  ["of pages that cannot be shown", errorWords],
  ["of pages that are not there", missingWords],
  ["of tables handed out as files", fileWords],
  ["of reports as files", reportWords],
  ["of an entry in somebody’s calendar", calendarWords],
  ["of how a business stands", statusWords],
  ["of a payslip", payslipWords],
  ["of an invoice of the platform", invoiceWords],
  ["of a code to a customer", codeWords],
])("the words %s", (_, { en, sw }) => {
  const [english, swahili] = [sentences(en), new Map(sentences(sw).map(({ key, say }) => [key, say]))];

  test("are the same sentences in both languages, made of as many values", () => {
    expect([...swahili.keys()].toSorted()).toEqual(english.map(({ key }) => key).toSorted());
    for (const { key, say } of english) {
      const other = swahili.get(key);
      expect(typeof other, key).toBe(typeof say);
      // A value may go unsaid in one language, as an article does; none may be there that the other does not know.
      if (typeof say === "function" && typeof other === "function")
        expect(other.length, key).toBeLessThanOrEqual(say.length);
    }
  });

  test("are not English twice", () => {
    const twice = english.filter(({ key, say }) => {
      const [one, other] = [spoken(say), spoken(swahili.get(key) ?? "")];
      return one !== null && /\p{L}{3}/u.test(one.replace(/<\w+>/g, "")) && one === other;
    });
    expect(twice.map(({ key }) => key)).toEqual([]);
  });
});

import { expect, test } from "vitest";
import { fieldErrors } from "@/lib/platform/field-errors";
import { saveCampaignInput } from "./input";
import { wayOf } from "./internal/ways";
import { mayBecome } from "./rules";
import { filled, firstName } from "./words";

const rewardId = "01890000-0000-7000-8000-000000000001";
const wish = { name: "News", segment: "vip", channel: "sms", body: "Hi", when: { kind: "now" }, key: "a-key-of-mine" };
const faults = (more: object) => {
  const read = saveCampaignInput.safeParse({ ...wish, ...more });
  return read.success ? {} : fieldErrors(read.error);
};

test("what nothing stands for is a fault of the field it stands in", () => {
  expect(faults({ body: "Hi {frist name}" })).toEqual({
    body: ["has {frist name}, which stands for nothing. Use {first name}, {business}, {code}, {link}"],
  });
  expect(faults({ body: "Hi {First  Name}" })).toEqual({});
  expect(Object.keys(faults({ channel: "email", subject: "{x}" }))).toEqual(["subject"]);
  expect(faults({ channel: "any" })).toEqual({ subject: ["is needed for an e-mail"] });
});

test("a reward without its code, or a code without a reward, is seen before anybody is written to", () => {
  expect(faults({ rewardId })).toEqual({ body: ["needs {code}, or nobody reads their code"] });
  expect(faults({ rewardId, body: "{code}", bodySw: "Karibu" })).toEqual({
    bodySw: ["needs {code}, or nobody reads their code"],
  });
  expect(faults({ body: "{code}" })).toEqual({ body: ["has {code}, and there is no reward for it"] });
});

test("words are filled once: nobody's name is read as something to fill", () => {
  const values = { "first name": "{code}", business: "Nyota", code: "7K4M-X2PQ", link: "https://x" };
  expect(filled("Hi {First Name} from {business}{", values)).toBe("Hi {code} from Nyota{");
  expect(firstName("  Grace  Wanjiru ")).toBe("Grace");
});

const open = {
  ...{ archived: false, blocked: false, hasSms: true, wantsSms: true, saidSms: true, hasEmail: true, saidEmail: true },
};

test("an SMS where they allow it, a letter where they allow that alone, and otherwise the reason", () => {
  expect(wayOf(open, "any")).toEqual({ channel: "sms" });
  expect(wayOf({ ...open, wantsSms: false }, "any")).toEqual({ channel: "email" });
  expect(wayOf({ ...open, wantsSms: false }, "sms")).toEqual({ why: "opted_out" });
  expect(wayOf({ ...open, saidSms: null }, "sms")).toEqual({ why: "no_consent" });
  expect(wayOf({ ...open, hasEmail: false }, "email")).toEqual({ why: "no_address" });
  expect(wayOf({ ...open, blocked: true }, "any")).toEqual({ why: "blocked" });
});

test("what is over stays over", () => {
  expect(mayBecome("sending", "cancelled")).toBe(true);
  expect(mayBecome("sent", "cancelled")).toBe(false);
  expect(mayBecome("cancelled", "scheduled")).toBe(false);
});

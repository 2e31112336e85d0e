import { expect, test } from "vitest";
import { fieldErrors } from "@/lib/platform/field-errors";
import { registrationInput } from "./input";

const right = {
  businessName: "Pendo Salon",
  businessType: "salon",
  city: "Kisumu",
  phone: "0712 345 678",
  acceptTerms: true,
  name: "Pendo Atieno",
  email: " Pendo@Example.com ",
  password: "three quiet herons",
};
const faults = (change: object) => {
  const read = registrationInput.safeParse({ ...right, ...change });
  return read.success ? [] : Object.keys(fieldErrors(read.error));
};

test("what is typed is brought into form; what nobody may say is dropped", () => {
  const read = registrationInput.parse({ ...right, status: "active", role: "owner", tenantId: "x", slug: "amani" });
  expect(read).toEqual({
    ...right,
    phone: "+254712345678",
    email: "pendo@example.com",
    timeZone: "Africa/Nairobi",
  });
});

test.each([
  [{ businessName: " . " }, "businessName"],
  [{ businessName: "Win at evil.com" }, "businessName"],
  [{ businessType: "bank" }, "businessType"],
  [{ businessType: "toString" }, "businessType"],
  [{ city: "" }, "city"],
  [{ phone: "12" }, "phone"],
  [{ timeZone: "Mars/Olympus" }, "timeZone"],
  [{ timeZone: "UTC+3" }, "timeZone"],
  [{ acceptTerms: false }, "acceptTerms"],
  [{ name: "" }, "name"],
  [{ email: "pendo" }, "email"],
  [{ password: "short" }, "password"],
  [{ password: "pendo atieno1" }, "password"],
])("%o is refused at its field", (change, field) => expect(faults(change)).toEqual([field]));

test("all that is wrong is told at once", () => {
  expect(faults({ phone: "12", password: "short", acceptTerms: false }).sort()).toEqual([
    "acceptTerms",
    "password",
    "phone",
  ]);
});

test("a missing phone is asked for, a wrong one is told how it is written", () => {
  const said = (phone: string) =>
    registrationInput.safeParse({ ...right, phone }).error?.issues.map((one) => one.message);
  expect(said("  ")).toEqual(["type a phone number"]);
  expect(said("12")).toEqual(["is not right: write it like 0712 345 678"]);
});

import { expect, test } from "vitest";
import { asTyped, typedName, typedText } from "./typed-text";

const name = typedName(60, "tell us your name");
const fault = (typed: string) => name.safeParse(typed).error?.issues[0]?.message;

test.each([
  "Dr. Amina Yusuf",
  "St. Mary's Clinic",
  "Kamau & Co.",
  "A. B. Otieno",
  "Salon 2.0",
  "Hair, nails … and more",
  "Wanjikũ Mũthoni",
])("%s is a name", (typed) => expect(name.parse(typed)).toBe(typed));

test.each([
  ["Dr.Amina", "Dr. Amina"],
  ["St.Mary's Clinic", "St. Mary's Clinic"],
  ["Kamau & Co.Ltd", "Kamau & Co. Ltd"],
  ["J.J. Kuts", "J. J. Kuts"],
  ["J.Kamau Mwangi", "J. Kamau Mwangi"],
  // No longer what a program would make a link of.
  ["Join t.me/evil", "Join t. me/evil"],
  ["st.com", "st. com"],
])("%s is written %s", (typed, written) => expect(name.parse(typed)).toBe(written));

test.each([
  "http://evil.example",
  "Win 5000 HTTPS://EVIL",
  "www.evil",
  "evil.com",
  "Pay at bit.ly/x now",
  "EVIL.CO.KE",
  "evil.co.uk",
  "mpesa-co.com",
  "Claim at mpesa-k.info/win",
  "evil-prof.online",
  "10.0.0.1/x",
  "Amani. Win at evil.xn--p1ai",
  "evil。com",
  "evil\u200b.com",
])("%s may not be a name", (typed) => expect(fault(typed)).toBe("may not hold a web address"));

test("a name stands on one line", () => {
  expect(name.parse(" Amani\r\n\nSalon\u2028& Spa\t")).toBe("Amani Salon & Spa");
  expect(fault(" . ")).toBe("tell us your name");
});

test("what is compared is left as it came, or refused where it cannot be kept", () => {
  const shape = asTyped(8);
  expect(shape.parse(" a\u200bb ")).toBe(" a\u200bb ");
  for (const typed of ["a\0b", "\ud800", "longer than"]) expect(shape.safeParse(typed).success).toBe(false);
  expect(shape.parse("👾")).toBe("👾");
});

test("lines end alike, however a form or a file ends them, and no two words become one", () => {
  expect(typedText(60).parse("one\r\ntwo\rthree\nfour")).toBe("one\ntwo\nthree\nfour");
  expect(name.parse("Amina\rYusuf")).toBe("Amina Yusuf");
});

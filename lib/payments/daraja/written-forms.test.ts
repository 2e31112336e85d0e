import { constants, generateKeyPairSync, privateDecrypt } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { readPhone } from "@/lib/platform/phone";
import { sandboxPasskey } from "../simulator/accounts";
import { securityCredential, stkPassword } from "./credentials";
import { readMsisdn } from "./msisdn";
import { nairobiText, nairobiTimestamp, readNairobi } from "./nairobi-time";
import { classOf, codeOf, endsUnpaid } from "./result-codes";

describe("passwords", () => {
  const start = "MTc0Mzc5YmZiMjc5ZjlhYTliZGJjZjE1OGU5N2RkNzFhNDY3Y2QyZTBjODkzMDU5YjEwZjc4ZTZiNzJhZGExZWQyYzkxOTI";
  test.each([
    ["20210628092408", `${start}wMjEwNjI4MDkyNDA4`],
    ["20160216165627", `${start}wMTYwMjE2MTY1NjI3`],
    ["20260101000000", `${start}wMjYwMTAxMDAwMDAw`],
  ])("of %s is the published one", (timestamp, password) => {
    expect(stkPassword("174379", sandboxPasskey, timestamp)).toBe(password);
  });

  test("an initiator's is sealed for the certificate, in the older padding", () => {
    const { publicKey, privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const sealed = Buffer.from(securityCredential("Salon#2026", publicKey), "base64");
    const block = privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, sealed);
    expect([block[0], block[1]]).toEqual([0, 2]);
    expect(block.subarray(block.indexOf(0, 2) + 1).toString()).toBe("Salon#2026");
  });
});

describe("Nairobi's time", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  const vectors: [string, string][] = [
    ["2026-01-01T20:59:59Z", "20260101235959"],
    ["2026-01-01T21:00:00Z", "20260102000000"],
    ["2026-12-31T22:15:30Z", "20270101011530"],
    // The nights in which New York's and Berlin's clocks are moved.
    ["2026-03-08T07:00:00Z", "20260308100000"],
    ["2026-10-25T00:59:59Z", "20261025035959"],
  ];
  const machines = ["UTC", "Africa/Nairobi", "America/New_York", "Europe/Berlin"];
  test.each(machines.flatMap((machine) => vectors.map((vector) => [machine, ...vector] as const)))(
    "on a machine in %s, %s is %s",
    (machine, instant, written) => {
      process.env.TZ = machine;
      expect(nairobiTimestamp(new Date(instant))).toBe(written);
      expect(readNairobi(written)).toEqual(new Date(instant));
      expect(readNairobi(Number(written))).toEqual(new Date(instant));
      expect(readNairobi(nairobiText(new Date(instant)))).toEqual(new Date(instant));
    },
  );

  test.each(["", "2026", "20261301000000", "20260230000000", "20260101240000", undefined, null, {}, "now"])(
    "%j is no moment",
    (value) => expect(readNairobi(value)).toBeNull(),
  );
});

describe("phones", () => {
  const good: [string, string][] = [
    "0712345678",
    "712345678",
    "+254712345678",
    "254712345678",
    "0712 345 678",
    "(0712)345-678",
    "00254712345678",
  ].map((typed) => [typed, "254712345678"]);
  const newer: [string, string][] = ["0110000000", "110000000", "+254110000000"].map((typed) => [
    typed,
    "254110000000",
  ]);
  const bad = [
    "0202345678",
    "07123456789",
    "071234567",
    "+14155550123",
    "25471234567",
    "2540712345678",
    "07I2345678",
    "",
  ];
  test.each([...good, ...newer, ...bad.map((typed) => [typed, null] as const)])("%j is %j", (typed, msisdn) => {
    expect(readMsisdn(typed)).toBe(msisdn);
  });

  test.each(good)("%j is the same person here and among the customers", (typed) => {
    const kept = readPhone(typed);
    if (kept) expect(`+${readMsisdn(typed)}`).toBe(kept);
  });
});

test("codes come as numbers and as text, and mean the same", () => {
  expect([0, "0", " 0 "].map((code) => classOf(codeOf(code)))).toEqual(["paid", "paid", "paid"]);
  expect(["1", "4", "1032", "1037", "2001", "17", "8", "SFC_IC0003", "7777"].map(classOf)).toEqual(
    "funds limit cancelled expired pin retry_later merchant config unknown".split(" "),
  );
  expect(["0", "4999", "7777", "26", ""].filter(endsUnpaid)).toEqual([]);
});

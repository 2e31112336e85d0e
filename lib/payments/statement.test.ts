import { expect, test } from "vitest";
import { readStatement, type Statement } from "./statement";

/** As the organisation portal saves it: lines about the organisation, quotes, thousands, a mark of the encoding. */
const portal = `\ufeffShort Code:,600966,,,,,,\r
Account:,"Merchant Account",,,,,,\r
Time Period:,"From 24-11-2026 00:00:00 To 25-11-2026 23:59:59",,,,,,\r
Opening Balance:,"1,204.00",,,,,,\r
,,,,,,,\r
Receipt No.,Completion Time,Initiation Time,Details,Transaction Status,Paid In,Withdrawn,Balance,Balance Confirmed,Reason Type,Other Party Info,Linked Transaction ID,A/C No.\r
UKO1AB2C3D,24-11-2026 14:03:22,24-11-2026 14:03:20,"Pay Bill from 2547***678 - WANJIRU, GRACE Acc. BK-7F3K-1",Completed,"1,500.00",,"2,704.00",true,Pay Bill Online,"2547***678 - WANJIRU, GRACE",,BK-7F3K-1\r
UKO1AB2C3E,24-11-2026 15:10:00,,"Merchant Payment from 2547***111",Completed,500.00,,"3,204.00",true,,,,\r
UKO1AB2C3F,24-11-2026 16:00:00,,"Pay Bill from 2547***222",Cancelled,800.00,,,,,,,\r
UKO1AB2C3G,25-11-2026 09:00:00,,"Pay merchant Charge",Completed,,-12.00,"3,192.00",true,,,,\r
UKO1AB2C3H,25-11-2026 23:59:59,,"Organization Settlement Account to Bank",Completed,3000.00,,,true,,,,\r
UKO1AB2C3E,24-11-2026 15:10:00,,"Merchant Payment from 2547***111",Completed,500.00,,"3,204.00",true,,,,\r
`;

const read = (text: string) => readStatement(text) as Statement;

test("what customers paid is read, each once, and everything else is left", () => {
  const { rows, others } = read(portal);
  expect(rows).toEqual([
    {
      receipt: "UKO1AB2C3D",
      amountMinor: 150_000,
      reference: "BK-7F3K-1",
      paidAt: new Date("2026-11-24T11:03:22Z"),
    },
    { receipt: "UKO1AB2C3E", amountMinor: 50_000, reference: "", paidAt: new Date("2026-11-24T12:10:00Z") },
  ]);
  expect(others).toBe(3);
});

test("when it begins and ends is what it says of itself, otherwise its first and last line", () => {
  const whole = { from: new Date("2026-11-23T21:00:00Z"), to: new Date("2026-11-25T20:59:59Z") };
  expect(read(portal).period).toEqual(whole);
  const bare = portal.replace(/Time Period.*\r\n/, "");
  expect(read(bare).period).toEqual({ from: new Date("2026-11-24T11:03:22Z"), to: whole.to });
  const days = portal.replace("From 24-11-2026 00:00:00 To 25-11-2026 23:59:59", "From 24/11/2026 to 25/11/2026");
  expect(read(days).period).toEqual(whole);
});

test.each([
  ["semicolons", "Receipt No;Completion Time;Details;Paid In\nUKO1AB2C3D;2026-11-24 14:03:22;x;1500"],
  ["tabs and capitals", "RECEIPT NO.\tCOMPLETION TIME\tPAID IN\nuko1ab2c3d\t2026/11/24 14:03:22\t1 500"],
  ["a time with am and pm", "Receipt No.,Completion Time,Paid In\nUKO1AB2C3D,24/11/2026 2:03:22 PM,1500"],
])("also with %s", (_, text) => {
  expect(read(text).rows).toMatchObject([
    { receipt: "UKO1AB2C3D", amountMinor: 150_000, paidAt: new Date("2026-11-24T11:03:22Z") },
  ]);
});

test("what is no statement is told from one that is empty", () => {
  expect(readStatement("Name,Price\nBraids,3000")).toEqual({ kind: "unreadable", why: "no_columns" });
  expect(readStatement("")).toEqual({ kind: "unreadable", why: "no_columns" });
  expect(readStatement("%PDF-1.4 \u0000\u0001")).toMatchObject({ kind: "unreadable" });
  expect(read("Receipt No.,Completion Time,Paid In\n")).toEqual({
    kind: "statement",
    rows: [],
    others: 0,
    period: null,
  });
});

test("a line that makes no sense is left, and the others are read", () => {
  const text =
    'Receipt No.,Completion Time,Paid In\nUKO1AB2C3D,someday,1500\nX,2026-11-24 14:03:22,1500\nUKO1AB2C3E,2026-11-24 14:03:22,"1,50,0"\nUKO1AB2C3F,2026-11-24 14:03:22,20';
  expect(read(text).rows.map(({ receipt }) => receipt)).toEqual(["UKO1AB2C3F"]);
});

test("more than can be read in at once is refused", () => {
  const line = (n: number) => `U${String(n).padStart(9, "0")},2026-11-24 14:03:22,20`;
  const text = `Receipt No.,Completion Time,Paid In\n${Array.from({ length: 5_001 }, (_, n) => line(n)).join("\n")}`;
  expect(readStatement(text)).toEqual({ kind: "unreadable", why: "too_many" });
});

import { expect, test } from "vitest";
import { stkQuery } from "../daraja/stk-query";
import { began, callbackUrl, paybill, pushed, type Received, simulated } from "../testing/simulated";
import { scenarios } from "./timeline";

const own = new URL(callbackUrl).pathname;

/** `8 paid 1500`: when, what it says, and what is odd about it. */
function inWords({ atMs, text, path, headers }: Received, ids: { merchant: string; checkout: string }): string {
  const seconds = `${atMs / 1000}`;
  const odd = [
    path === own ? "" : "elsewhere",
    headers["x-forwarded-for"] === "196.201.212.69" ? "" : "stranger",
    text.length > 1_000_000 ? "huge" : "",
  ];
  let told = "no JSON";
  try {
    const body = JSON.parse(text);
    const said = body.Body?.stkCallback;
    if (said) {
      if (said.MerchantRequestID !== ids.merchant) odd.push("other merchant id");
      if (said.CheckoutRequestID !== ids.checkout) odd.push("other checkout id");
      const items: { Name: string; Value?: unknown }[] = said.CallbackMetadata?.Item ?? [];
      const value = (name: string) => items.find(({ Name }) => Name === name)?.Value;
      told =
        Number(said.ResultCode) === 0 ? `paid ${JSON.stringify(value("Amount"))}` : JSON.stringify(said.ResultCode);
      if (said.ResultCode === "0") odd.push("text code");
      if (typeof value("PhoneNumber") === "string") odd.push("masked");
    } else told = "no callback";
  } catch {
    // As it is.
  }
  return [seconds, told, ...odd.filter(Boolean)].join(" ");
}

type Row = {
  push?: string;
  callbacks: string[];
  /** At 5 s, 20 s and 11 min. */
  queries: [string, string, string];
  till?: number;
};
const failing = (code: string, at = 8): Row => ({
  callbacks: [`${at} ${/^\d+$/.test(code) ? code : `"${code}"`}`],
  queries: ["in_flight", `failed ${code}`, `failed ${code}`],
});
const paying = (callbacks: string[], change: Partial<Row> = {}): Row => ({
  callbacks,
  queries: ["in_flight", "paid", "paid"],
  till: 1_500,
  ...change,
});
const cancelling = (...forged: string[]): Row => ({
  callbacks: [...forged, "12 1032"],
  queries: ["in_flight", "failed 1032", "failed 1032"],
});

const rows: Record<string, Row> = {
  "000": paying(["8 paid 1500"]),
  "001": failing("1"),
  "002": failing("1032", 12),
  "003": { ...failing("1037", 26) },
  "004": failing("2001"),
  "005": failing("1019"),
  "006": failing("1025"),
  "007": failing("9999"),
  "008": failing("17"),
  "009": { push: "not_sent phone_busy", callbacks: [], queries: ["", "", ""] },
  "010": failing("1001"),
  "011": failing("2028"),
  "012": failing("8006"),
  "013": failing("SFC_IC0003"),
  "014": failing("3"),
  "015": failing("4"),
  "016": failing("8"),
  "017": { ...failing("7777"), queries: ["in_flight", "no_answer", "no_answer"] },
  "020": paying(["240 paid 1500"]),
  "021": paying([]),
  "022": paying([], { queries: ["no_answer", "no_answer", "paid"] }),
  "023": paying(["8 paid 1500", "8 paid 1500", "8 paid 1500", "68 paid 1500"]),
  "024": paying(["1 paid 1500"]),
  "025": paying(["8 1032", "9 paid 1500"]),
  "026": paying(["8 paid 1500", "20 1037"]),
  "027": paying(["8 paid 1500"], { push: "unknown" }),
  "028": { push: "unknown", callbacks: [], queries: ["", "", ""] },
  "029": paying(["8 paid 1500"], { push: "unknown" }),
  "030": paying(["6 paid 1", "8 paid 1500"]),
  "031": cancelling("6 paid 1500 other merchant id"),
  "032": cancelling("6 paid 1500 other checkout id"),
  "033": cancelling("6 paid 1500 elsewhere"),
  "034": cancelling("6 paid 1500 stranger"),
  "035": cancelling("6 paid 700 other merchant id other checkout id", "7 paid 1500"),
  "036": paying(["8 paid 1500"], { queries: ["in_flight", "failed 1032", "failed 1032"] }),
  "037": paying(['8 paid "1500.00" masked']),
  "038": paying(["8 paid undefined"]),
  "039": paying(["8 paid 1500 text code"]),
  "040": paying(["8 no JSON", "8.5 no callback", "9 paid 1500 huge"]),
  "041": paying(["8 paid 1500"]),
  "042": paying(["8 paid 1500"]),
  "043": paying(["90 paid 1500"], { queries: ["rate_limited", "rate_limited", "paid"] }),
  "044": { callbacks: ["12 1032"], queries: ["paid", "failed 1032", "failed 1032"] },
  "050": paying(["8 paid 1500"]),
  "051": paying(["8 paid 1500"]),
  "052": paying(["8 paid 1500"]),
};

test("every scenario has a row here", () => {
  expect(Object.keys(rows)).toEqual(Object.keys(scenarios));
});

test.each(Object.entries(rows))("%s", async (scenario, row) => {
  const sim = await simulated();
  // Whoever replays needs something that was paid before.
  if (scenario === "035") {
    await pushed(sim, { msisdn: "254100000000", amountKes: 700, callbackUrl: callbackUrl.replace("/cb/", "/other/") });
    await sim.advance(10_000);
    sim.received.length = 0;
  }
  const since = sim.now().getTime() - began;
  const msisdn = `254700000${scenario}`;
  // Two pushes that are surely not sent may be sent again.
  let answer = await pushed(sim, { msisdn });
  for (let again = 0; scenario === "042" && again < 2; again++) {
    expect(answer).toMatchObject({ kind: "not_sent", why: "busy" });
    answer = await pushed(sim, { msisdn });
  }
  const started = scenario === "042" ? 6_000 : since;
  expect([answer.kind, ...("why" in answer ? [answer.why] : [])].join(" ")).toBe(row.push ?? "accepted");

  const [prompt] = sim.prompts().filter(({ phone }) => phone === msisdn);
  const queries: string[] = [];
  for (const at of [5_000, 20_000, 660_000]) {
    await sim.advance(started + at - (sim.now().getTime() - began));
    if (!prompt) queries.push("");
    else {
      const said = await stkQuery(sim.deps, paybill, prompt.id);
      queries.push(said.kind === "failed" ? `failed ${said.code}` : said.kind);
    }
  }
  const accepted = answer.kind === "accepted" ? answer.merchantRequestId : "";
  const merchant = accepted || (JSON.parse(sim.received[0]?.text ?? "{}").Body?.stkCallback.MerchantRequestID ?? "");
  const ids = { merchant, checkout: prompt?.id ?? "" };
  const callbacks = sim.received.map((one) => inWords({ ...one, atMs: one.atMs - started }, ids));
  expect({ callbacks, queries }).toEqual({ callbacks: row.callbacks, queries: row.queries });
  const moved = sim.till().filter(({ phone }) => phone === msisdn);
  expect(moved.map(({ amount }) => amount)).toEqual(row.till ? [row.till] : []);
  for (const { receipt, reference } of moved) {
    expect(receipt).toMatch(/^ZKO[0-9A-Z]{7}$/);
    expect(reference).toBe("BK-7F3K");
  }
  // Whatever comes back, it was one prompt, but where the first were surely refused.
  expect(sim.asked.filter(({ path }) => path.endsWith("processrequest"))).toHaveLength(
    { "041": 2, "042": 3, "035": 2 }[scenario] ?? 1,
  );
});

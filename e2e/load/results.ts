import type { FanOut } from "./fan-out";
import type { Cell, Latency } from "./latency";
import { median, spread, three } from "./numbers";
import type { PageTimes } from "./page";
import type { Settled } from "./settled";

type LatencyRound = { ours: Latency; noWorker: Latency; same: Latency; writes: Latency; next: Latency };
type BookingsRound = { ours: number; noWorker: number; bare: number; pgbench: number };
type StreamsRound = { ours: FanOut; noWorker: FanOut; same: FanOut; bare: FanOut };

/** Keeps what was measured, says it as it comes, and at the end as ratios beside their targets. */
export class Results {
  readonly all = {
    latency: new Map<string, { cell: Cell; rounds: LatencyRound[] }>(),
    bookings: [] as BookingsRound[],
    page: [] as PageTimes[],
    settled: [] as Settled[],
    streams: [] as StreamsRound[],
    syncMicros: [] as number[],
    load: [] as number[],
  };

  sync(micros: number, load: number): void {
    this.all.syncMicros.push(micros);
    this.all.load.push(load);
  }

  latency(cell: Cell, round: LatencyRound): void {
    const name = `${cell.tenants}/${cell.streams}`;
    const kept = this.all.latency.get(name) ?? { cell, rounds: [] };
    kept.rounds.push(round);
    this.all.latency.set(name, kept);
    const answer = (it: Latency) => `${three(it.answerP50)}/${three(it.answerP99)}`;
    const both = (it: Latency) => `${three(it.p50)}/${three(it.p99)} (answer ${answer(it)})`;
    console.log(
      `  ${nameOf(cell)}: ours ${both(round.ours)}, without worker ${both(round.noWorker)}, same statements ${both(round.same)}, writes only ${both(round.writes)}, bare Next answers ${answer(round.next)} ms p50/p99`,
    );
  }

  bookings(round: BookingsRound): void {
    this.all.bookings.push(round);
    console.log(
      `  bookings/s: ours ${three(round.ours)}, without worker ${three(round.noWorker)}, bare Next ${three(round.bare)}, pgbench ${three(round.pgbench)}`,
    );
  }

  page(round: PageTimes): void {
    this.all.page.push(round);
    const { p50, p95, most, count } = round;
    console.log(`  toast in a browser: p50 ${three(p50)}, p95 ${three(p95)}, slowest of ${count} ${three(most)} ms`);
  }

  settled(round: Settled): void {
    this.all.settled.push(round);
    const { p50, p99, most, answerP50 } = round;
    console.log(
      `  callback → payment.settled: p50 ${three(p50)}, p99 ${three(p99)}, slowest ${three(most)} ms; the callback is answered in ${three(answerP50)}`,
    );
  }

  streams(round: StreamsRound): void {
    this.all.streams.push(round);
    for (const [side, it] of Object.entries(round)) {
      console.log(
        `  streams, ${side}: ${kb(it.rssPerStream)} KB RSS and ${kb(it.heapPerStream)} KB heap each, connected in ${three(it.connectMs)} ms, ${three(it.perCpuSecond)} deliveries per CPU second`,
      );
    }
  }

  print(streams: number): void {
    const { latency, bookings } = this.all;
    if (latency.size > 0) {
      console.log("\nbooking → event at the client, ms; ratios: median (lowest–highest) over the rounds");
      table([
        [
          "",
          "ours p50",
          "p99",
          "no worker p50",
          "p99",
          "same p50",
          "p99",
          "writes p50",
          "p99",
          "bare Next answers p50",
          "p99",
        ],
        ...[...latency.values()].map(({ cell, rounds }) => latencyRow(cell, rounds)),
      ]);
      table([
        [
          "÷ same statements",
          "ours p50",
          "p99",
          "no worker p50",
          "p99",
          "bare Next answers p50",
          "p99",
          "ours ÷ writes p50",
          "p99",
        ],
        ...[...latency.values()].map(({ cell, rounds }) => latencyRatios(cell, rounds)),
      ]);
      console.log("target at 200 streams: p50 ≤ 3, p99 ≤ 2");
    }
    if (bookings.length > 0) {
      const rate = (of: (round: BookingsRound) => number) => spread(bookings.map(of));
      console.log(`\nbookings per second over HTTP, ${16} visitors`);
      table([
        [
          "ours",
          "without worker",
          "bare Next handler",
          "pgbench",
          "÷ bare",
          "without worker ÷ bare",
          "÷ pgbench",
          "bare ÷ pgbench",
        ],
        [
          rate((r) => r.ours),
          rate((r) => r.noWorker),
          rate((r) => r.bare),
          rate((r) => r.pgbench),
          rate((r) => r.ours / r.bare),
          rate((r) => r.noWorker / r.bare),
          rate((r) => r.ours / r.pgbench),
          rate((r) => r.bare / r.pgbench),
        ],
      ]);
      console.log("target: ÷ bare ≥ 0.7");
    }
    const { page } = this.all;
    if (page.length > 0) {
      const of = (name: "p50" | "p95" | "most") => spread(page.map((round) => round[name]));
      console.log(`\nbooking → toast in a real browser, ms: p50 ${of("p50")}, p95 ${of("p95")}, slowest ${of("most")}`);
      console.log("target: < 1,000");
    }
    const { settled } = this.all;
    if (settled.length > 0) {
      const of = (name: keyof Settled) => spread(settled.map((round) => round[name]));
      console.log(
        `\ncallback → payment.settled in a desk's stream, ms: p50 ${of("p50")}, p99 ${of("p99")}, slowest ${of("most")}; answered in ${of("answerP50")}`,
      );
      console.log("target: < 1,000");
    }
    this.#printStreams(streams);
    const { syncMicros, load } = this.all;
    console.log(`\none durable page write ${spread(syncMicros)} µs, load average at the starts ${spread(load)}`);
  }

  #printStreams(streams: number): void {
    const { streams: rounds } = this.all;
    if (rounds.length === 0) return;
    const row = (name: string, target: string, of: (it: FanOut) => number, unit: (value: number) => string) => [
      name,
      ...(["ours", "noWorker", "same", "bare"] as const).map((side) => unit(median(rounds.map((r) => of(r[side]))))),
      spread(rounds.map((r) => of(r.ours) / of(r.same))),
      spread(rounds.map((r) => of(r.noWorker) / of(r.same))),
      spread(rounds.map((r) => of(r.ours) / of(r.bare))),
      target,
    ];
    console.log(`\n${streams} streams of one business`);
    table([
      [
        "",
        "ours",
        "no worker",
        "same rights",
        "no rights",
        "ours ÷ same",
        "no worker ÷ same",
        "ours ÷ no rights",
        "target",
      ],
      row("RSS per idle stream, KB", "÷ same ≤ 1.2", (it) => it.rssPerStream, kb),
      row("heap per idle stream, KB", "", (it) => it.heapPerStream, kb),
      row("all connected, ms", "÷ same ≤ 1.5", (it) => it.connectMs, three),
      row("deliveries per CPU second", "÷ same ≥ 0.9", (it) => it.perCpuSecond, three),
    ]);
  }
}

const kb = (bytes: number) => three(bytes / 1_024);
const nameOf = (cell: Cell) => `${cell.streams} streams, ${cell.tenants} businesses, ${cell.perSecond}/s`;

function latencyRow(cell: Cell, rounds: LatencyRound[]): string[] {
  const middle = (of: (round: LatencyRound) => number) => three(median(rounds.map(of)));
  const delivered = (["ours", "noWorker", "same", "writes"] as const).flatMap((side) => [
    middle((r) => r[side].p50),
    middle((r) => r[side].p99),
  ]);
  return [nameOf(cell), ...delivered, middle((r) => r.next.answerP50), middle((r) => r.next.answerP99)];
}

function latencyRatios(cell: Cell, rounds: LatencyRound[]): string[] {
  const ratio = (of: (round: LatencyRound) => number) => spread(rounds.map(of));
  return [
    nameOf(cell),
    ratio((r) => r.ours.p50 / r.same.p50),
    ratio((r) => r.ours.p99 / r.same.p99),
    ratio((r) => r.noWorker.p50 / r.same.p50),
    ratio((r) => r.noWorker.p99 / r.same.p99),
    ratio((r) => r.next.answerP50 / r.same.p50),
    ratio((r) => r.next.answerP99 / r.same.p99),
    ratio((r) => r.ours.p50 / r.writes.p50),
    ratio((r) => r.ours.p99 / r.writes.p99),
  ];
}

function table(rows: string[][]): void {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  for (const row of rows) console.log(`  ${row.map((text, at) => text.padEnd(widths[at]!)).join("  ")}`.trimEnd());
}

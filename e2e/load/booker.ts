import { Agent, request } from "node:http";
import { bodyOf, type Made, slotAt } from "./businesses";
import { seeded } from "./numbers";

/** Posts bookings to whatever answers at this port; each is for a slot and a customer of its own. */
export class Booker {
  /** Idle connections are given up before the server does so, which would look like a failed booking. */
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64, timeout: 3_000 });
  #next = 0;
  /** Answers other than 201, by status or by what went wrong. */
  readonly refused = new Map<number | string, number>();
  /** When each booking was sent, and how long its answer took, by its number. */
  readonly sentAt: number[] = [];
  readonly answerMs: number[] = [];

  constructor(
    readonly port: number,
    readonly made: Made,
    readonly tenants: number,
  ) {}

  get count(): number {
    return this.#next;
  }

  book(): Promise<void> {
    const number = this.#next++;
    const slot = slotAt(this.made, number, this.tenants);
    const body = JSON.stringify(bodyOf(slot, number));
    const refused = (why: number | string) => this.refused.set(why, (this.refused.get(why) ?? 0) + 1);
    return new Promise((resolve) => {
      const sent = request(
        {
          port: this.port,
          host: "127.0.0.1",
          path: `/api/public/${slot.slug}/bookings`,
          method: "POST",
          agent: this.#agent,
          headers: {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
            "idempotency-key": `bench-${process.pid}-${this.port}-${number}`,
          },
        },
        (response) => {
          if (response.statusCode !== 201) refused(response.statusCode ?? 0);
          response.resume();
          response.on("end", () => {
            this.answerMs[number] = performance.now() - this.sentAt[number]!;
            resolve();
          });
        },
      );
      sent.on("error", (error) => {
        refused(error.message);
        resolve();
      });
      this.sentAt[number] = performance.now();
      sent.end(body);
    });
  }

  /** `clients` visitors who each book again as soon as they are answered. Answers bookings per second. */
  async closedLoop(clients: number, until: (made: number, ms: number) => boolean): Promise<number> {
    const from = performance.now();
    let made = 0;
    const visitor = async () => {
      while (!until(made, performance.now() - from)) {
        await this.book();
        made++;
      }
    };
    await Promise.all(Array.from({ length: clients }, visitor));
    return (made * 1_000) / (performance.now() - from);
  }

  /** Bookings arrive at this rate however slow the answers are; a little unevenly, and the same way for both sides. */
  async openLoop(perSecond: number, seconds: number): Promise<void> {
    const random = seeded(7);
    const gap = 1_000 / perSecond;
    const from = performance.now();
    const answers: Promise<void>[] = [];
    for (let n = 0; n < perSecond * seconds; n++) {
      const at = (n + random()) * gap;
      const wait = from + at - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      answers.push(this.book());
    }
    await Promise.all(answers);
  }

  close(): void {
    this.#agent.destroy();
    if (this.refused.size > 0) throw new Error(`bookings refused: ${JSON.stringify([...this.refused])}`);
  }
}

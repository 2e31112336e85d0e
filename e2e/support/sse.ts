import { get, type IncomingMessage } from "node:http";

export type SseFrame = { id: string | null; event: string; data: Record<string, unknown>; at: number };

/** An independent reader of event streams: it keeps what arrives, in order, and when. */
export class SseClient {
  readonly frames: SseFrame[] = [];
  status = 0;
  headers: IncomingMessage["headers"] = {};
  body = "";
  closed = false;
  /** Ended by the server in due form, not cut off. */
  complete = false;
  lastId: string | null = null;
  #request: ReturnType<typeof get> | null = null;
  #response: IncomingMessage | null = null;
  #waiting: { until: () => boolean; go: () => void }[] = [];

  constructor(
    readonly url: string,
    readonly cookie: string,
    readonly more: Record<string, string> = {},
  ) {}

  /** Resolves with the response's head. */
  open(lastEventId: string | null = this.lastId): Promise<this> {
    this.closed = false;
    return new Promise((resolve, reject) => {
      const headers = { cookie: this.cookie, ...this.more, ...(lastEventId ? { "last-event-id": lastEventId } : {}) };
      this.#request = get(this.url, { headers, agent: false }, (response) => {
        this.#response = response;
        this.status = response.statusCode ?? 0;
        this.headers = response.headers;
        let rest = "";
        response.setEncoding("utf8");
        response.on("data", (text: string) => {
          this.body += text;
          const parts = (rest + text).split("\n\n");
          rest = parts.pop() ?? "";
          for (const part of parts) this.#take(part);
          this.#wake();
        });
        const over = () => {
          this.closed = true;
          this.complete = response.complete;
          this.#wake();
        };
        response.on("close", over);
        response.on("error", over);
        resolve(this);
      });
      this.#request.on("error", (error) => {
        this.closed = true;
        this.#wake();
        reject(error);
      });
    });
  }

  close(): void {
    this.#request?.destroy();
  }

  /** Leaves what arrives unread, as a phone asleep in a pocket does. */
  pause(): void {
    this.#response?.pause();
  }

  resume(): void {
    this.#response?.resume();
  }

  /** The log's events as applied: hidden ones count, the stream's own signals do not. */
  get applied(): SseFrame[] {
    return this.frames.filter(({ id, event }) => id !== null && event !== "reset" && event !== "level");
  }

  get seqs(): number[] {
    return this.applied.map((frame) => Number(frame.data.seq));
  }

  async until(condition: (client: this) => boolean, ms = 10_000): Promise<void> {
    if (condition(this)) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`not within ${ms} ms; got ${JSON.stringify(this.frames.slice(-5))}`)),
        ms,
      );
      const resolveIn = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.push({ until: () => condition(this), go: resolveIn });
    });
  }

  level(ms?: number): Promise<void> {
    const from = this.frames.length;
    return this.until(
      (client) => client.frames.slice(Math.max(0, from - 3)).some((frame) => frame.event === "level"),
      ms,
    );
  }

  #take(text: string): void {
    const fields = new Map<string, string>();
    for (const line of text.split("\n")) {
      const at = line.indexOf(":");
      if (at > 0) fields.set(line.slice(0, at), line.slice(at + 1).trimStart());
    }
    const event = fields.get("event");
    if (!event) return;
    const id = fields.get("id") ?? null;
    if (id) this.lastId = id;
    this.frames.push({ id, event, data: JSON.parse(fields.get("data") ?? "{}"), at: performance.now() });
  }

  #wake(): void {
    this.#waiting = this.#waiting.filter(({ until, go }) => {
      if (!until()) return true;
      go();
      return false;
    });
  }
}

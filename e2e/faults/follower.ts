import { setTimeout as after } from "node:timers/promises";
import { streamUrl } from "../support/realtime";
import { SseClient } from "../support/sse";

const forEver = 2 ** 31 - 1;

/** A dashboard that comes back whatever happens, to one server or another, with the place it has reached. */
export class Follower {
  connections = 0;
  resets = 0;
  #applied: number[] = [];
  #lastId = "1-0";
  #current: SseClient | null = null;
  #stopped = false;

  constructor(
    readonly tenantId: string,
    readonly cookie: string,
    readonly urls: () => string[],
  ) {}

  /** The numbers of all events applied, in the order they were. */
  get applied(): number[] {
    return [...this.#applied, ...(this.#current?.seqs ?? [])];
  }

  async run(): Promise<void> {
    for (let turn = Math.floor(Math.random() * 2); !this.#stopped; turn++) {
      const urls = this.urls();
      const client = new SseClient(streamUrl(urls[turn % urls.length]!, this.tenantId), this.cookie);
      this.#current = client;
      await client.open(this.#lastId).then(
        () => client.until(({ closed }) => closed, forEver),
        () => undefined,
      );
      this.#connections(client);
      await after(20 + Math.random() * 100);
    }
  }

  /** The network between fails; the server may not notice at once. */
  cut(): void {
    this.#current?.close();
  }

  stop(): void {
    this.#stopped = true;
    this.cut();
  }

  #connections(client: SseClient): void {
    if (client.status === 200) this.connections++;
    this.resets += client.frames.filter(({ event }) => event === "reset").length;
    this.#applied = this.applied;
    this.#lastId = client.lastId ?? this.#lastId;
    this.#current = null;
  }
}

import { randomUUID } from "node:crypto";
import { Socket } from "node:net";
import pg from "pg";
import { sideSql } from "@/db/client";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { bellChannel } from "./doorbell";
import { metrics } from "./metrics";

const beatMs = 500;
/** Silence after which the session is given up: with the beat and a reconnect this keeps an event under 3 s. */
const silenceMs = 1_500;
/** As long as a new one may take until it listens, and twice after some tries: a database may be far away, or wake up. */
const openingMs = 2_000;

type Heard = { ring(payload: string): void; connected(): void };

/**
 * The process's one LISTEN session, on the direct URL and never in a transaction. A half-open socket raises no error,
 * and a session can lose its subscriptions, so it listens to a heartbeat of its own that another connection sends;
 * silence ends it and a new one is made. What was said in between is caught up from the log: `connected` says when.
 */
export class Listener {
  readonly #heard: Heard;
  readonly #pulse = `clientpulse_pulse_${randomUUID().replaceAll("-", "")}`;
  #socket: Socket | null = null;
  #lastPulse = 0;
  #lastBeat = 0;
  #alive = false;
  #stopped = false;
  #attempt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(heard: Heard) {
    this.#heard = heard;
  }

  get alive(): boolean {
    return this.#alive;
  }

  start(): void {
    void this.#connect();
    this.#timer = setInterval(() => this.#beat(), beatMs);
    this.#timer.unref();
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
    this.#socket?.destroy();
  }

  #beat(): void {
    const at = performance.now();
    // When this process itself was held up, the answer may lie there unread: silence then proves nothing.
    if (at - this.#lastBeat > 2 * beatMs) this.#lastPulse = at;
    this.#lastBeat = at;
    const patienceMs = this.#alive ? silenceMs : (this.#attempt > 3 ? 2 : 1) * openingMs;
    if (at - this.#lastPulse > patienceMs) {
      if (this.#alive) log().warn("listening session is silent, making a new one");
      this.#socket?.destroy(this.#alive ? undefined : new Error(`no listening session within ${patienceMs} ms`));
      return;
    }
    if (this.#alive) sideSql()`select pg_notify(${this.#pulse}, '')`.catch(() => undefined);
  }

  async #connect(): Promise<void> {
    if (this.#stopped) return;
    const socket = new Socket();
    this.#socket = socket;
    // No time limits of the client's own: after a start that held this process up they would end what has been answered.
    this.#lastPulse = performance.now();
    const client = new pg.Client({
      connectionString: env().DATABASE_DIRECT_URL,
      application_name: "clientpulse-listen",
      stream: () => socket,
    });
    client.on("error", () => socket.destroy());
    client.on("notification", (note) => {
      this.#lastPulse = performance.now();
      if (note.channel === bellChannel && note.payload) this.#heard.ring(note.payload);
    });
    // The socket is the session: however it ends, this one is over and the next one begins.
    socket.once("close", () => this.#again());
    try {
      await client.connect();
      await client.query(`listen ${bellChannel}; listen ${this.#pulse}`);
      this.#lastPulse = performance.now();
      this.#alive = true;
      this.#attempt = 0;
      this.#heard.connected();
    } catch (error) {
      log().warn({ err: error }, "cannot listen to the database");
      socket.destroy();
    }
  }

  #again(): void {
    if (this.#stopped) return;
    this.#alive = false;
    metrics().reconnects.inc();
    const wait = Math.min(1_000, 50 * 2 ** this.#attempt++) * (0.5 + Math.random() / 2);
    setTimeout(() => void this.#connect(), wait).unref();
  }
}

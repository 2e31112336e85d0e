import { openAccountSessions } from "@/lib/auth/account-sessions";
import { env, hasFault } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { singleton } from "@/lib/platform/singleton";
import { activeOf } from "@/lib/tenancy/doors/active-tenants";
import { headsOf } from "@/lib/tenancy/doors/heads";
import { rightsOf } from "@/lib/tenancy/doors/rights";
import type { Position } from "@/lib/tenancy/head";
import { Caps, type Place } from "./caps";
import { hearNear, readRing } from "./doorbell";
import { beatFrame } from "./frames";
import { Listener } from "./listener";
import { metrics } from "./metrics";
import { Room, type Wake } from "./room";
import type { Connection, PageStream, Stream } from "./stream";

const pollMs = 1_000;
const rightsMs = 1_000;
const beatMs = 15_000;
/** Without an answer for this long nobody's right to listen is known any more. */
const rightsUnknownMs = 20_000;

/** All open streams of this process. Hangs on globalThis: doors, pages and instrumentation share it. */
export class Hub {
  readonly #rooms = new Map<string, Promise<Room>>();
  readonly #open = new Map<string, Room>();
  /** Those still catching up included: beats, rights and the end are for them too. */
  readonly #streams = new Set<Connection>();
  readonly #caps = new Caps();
  readonly #listener: Listener;
  readonly #listeners = new Set<(tenantId: string) => void>();
  #timers: NodeJS.Timeout[] = [];
  #rightsSeen = Date.now();
  #asking = false;
  #started = false;
  closing = false;

  constructor() {
    this.#listener = new Listener({
      ring: (payload) => this.#ring(payload),
      connected: () => {
        this.#sweep("catchup").catch(() => undefined);
        for (const hear of this.#listeners) hear("");
      },
    });
  }

  get listening(): boolean {
    return this.#listener.alive;
  }

  /** Starts listening; later calls do nothing. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#listener.start();
    hearNear((tenantId, seq) => this.#grown(tenantId, seq, "near"));
    const every = (ms: number, work: () => unknown) => this.#timers.push(setInterval(work, ms).unref());
    if (!hasFault("no-poll")) every(pollMs, () => void this.#sweep("poll").catch(() => undefined));
    every(rightsMs, () => void this.#checkRights());
    every(beatMs, () => this.#each((stream) => stream.write(beatFrame)));
  }

  /** Hears of every tenant whose log has grown; an empty id means: rings may have been missed. */
  onRing(hear: (tenantId: string) => void): void {
    this.#listeners.add(hear);
  }

  admit(places: readonly Place[]): (() => void) | null {
    return this.#caps.take(places);
  }

  join(stream: Stream, position: Position | "now" | "unusable"): Promise<void> {
    return this.#enter(
      stream,
      (room) => room.join(stream, position),
      (room) => room.streams.delete(stream),
    );
  }

  /** A public page that shows what was so at `since`. */
  show(stream: PageStream, since: number): Promise<void> {
    return this.#enter(
      stream,
      (room) => room.show(stream, since),
      (room) => room.pages.streams.delete(stream),
    );
  }

  async #enter(stream: Connection, come: (room: Room) => Promise<void>, go: (room: Room) => void): Promise<void> {
    this.start();
    const { tenantId } = stream;
    const { door } = stream.sink;
    metrics().streams.inc({ door });
    this.#streams.add(stream);
    stream.onClose(() => {
      metrics().streams.dec({ door });
      this.#streams.delete(stream);
      const room = this.#open.get(tenantId);
      if (room) go(room);
    });
    if (this.closing) return stream.cut("stopping");
    const room = await this.#room(tenantId);
    // Counted while it catches up, which may take a slow reader minutes: a room with somebody at the door is kept.
    room.joining++;
    await come(room).finally(() => room.joining--);
    if (this.closing) stream.cut("stopping");
  }

  /** Ends every stream with a jittered retry, so that the process can go. */
  stop(): void {
    this.closing = true;
    for (const timer of this.#timers) clearInterval(timer);
    this.#listener.stop();
    for (const stream of [...this.#streams]) stream.cut("stopping");
  }

  #room(tenantId: string): Promise<Room> {
    let opening = this.#rooms.get(tenantId);
    if (!opening) {
      const room = new Room(tenantId);
      opening = room.open().then(() => {
        this.#open.set(tenantId, room);
        return room;
      });
      opening.catch(() => this.#rooms.delete(tenantId));
      this.#rooms.set(tenantId, opening);
    }
    return opening;
  }

  #ring(payload: string): void {
    for (const { tenantId, seq } of readRing(payload)) {
      this.#grown(tenantId, seq, "bell");
      for (const hear of this.#listeners) hear(tenantId);
    }
  }

  #grown(tenantId: string, seq: number, wake: Wake): void {
    const room = this.#open.get(tenantId);
    if (room && seq > room.seq && !this.closing) void room.advance(wake, seq);
  }

  async #sweep(wake: Wake): Promise<void> {
    const rooms = [...this.#open.values()];
    this.#forgetIdle(rooms);
    const watched = rooms.filter((room) => room.watched);
    if (watched.length === 0) return;
    // From before the question: a ring may bring a room further while the answer is on its way.
    const known = new Map(watched.map((room) => [room, room.seq]));
    const heads = await headsOf(watched.map((room) => room.tenantId));
    for (const [room, seq] of known) {
      const head = heads.get(room.tenantId);
      if (!head) continue;
      if (head.epoch !== room.epoch || head.seq < seq) await room.startOver("epoch");
      else if (head.seq > room.seq) void room.advance(wake, head.seq);
    }
  }

  /** A tenant nobody has looked at since the last sweep is not kept level. */
  #forgetIdle(rooms: Room[]): void {
    for (const room of rooms) {
      if (room.watched || room.joining > 0) room.idleSweeps = 0;
      else if (++room.idleSweeps > 60) {
        this.#open.delete(room.tenantId);
        this.#rooms.delete(room.tenantId);
      }
    }
  }

  /** Being allowed once is not being allowed forever: one query a beat for all open streams. */
  async #checkRights(): Promise<void> {
    const streams = [...this.#streams];
    if (env().RUNTIME === "serverless") this.#endAged(streams);
    if (streams.length === 0) this.#rightsSeen = Date.now();
    // Asked here and not where a question fails: one to a database that has gone quiet may never fail.
    if (Date.now() - this.#rightsSeen > rightsUnknownMs) this.#each((stream) => stream.cut("rights"));
    if (streams.length === 0 || this.#asking) return;
    this.#asking = true;
    await this.#cutWithoutRight(streams);
    this.#asking = false;
  }

  async #cutWithoutRight(open: Connection[]): Promise<void> {
    try {
      // By their kind and not their class, of which a build holds several copies.
      const streams = open.filter((one): one is Stream => one.kind === "desk");
      const pages = open.filter((one): one is PageStream => one.kind === "page");
      const pairs = new Map(streams.map(({ right }) => [`${right.sessionId} ${right.tenantId}`, right]));
      const accounts = pages.flatMap(({ guest }) => (guest.customer ? [guest.customer.sessionId] : []));
      const [rights, active, signedIn] = await Promise.all([
        pairs.size > 0 ? rightsOf([...pairs.values()]) : [],
        pages.length > 0 ? activeOf([...new Set(pages.map(({ tenantId }) => tenantId))]) : new Set(),
        accounts.length > 0 ? openAccountSessions(accounts) : new Set(),
      ]);
      const held = new Map(rights.map((right) => [`${right.sessionId} ${right.tenantId}`, right]));
      this.#rightsSeen = Date.now();
      for (const stream of streams) {
        const right = held.get(`${stream.right.sessionId} ${stream.right.tenantId}`);
        if (right?.role !== stream.right.role || right.staffId !== stream.right.staffId) stream.cut("rights");
      }
      for (const page of pages) {
        const { customer } = page.guest;
        if (!active.has(page.tenantId) || (customer && !signedIn.has(customer.sessionId))) page.cut("rights");
      }
    } catch (error) {
      log().warn({ err: error }, "rights of streams not checked");
    }
  }

  /** A function is ended by its host after a while; we end the stream before, cleanly. */
  #endAged(streams: Connection[]): void {
    const oldest = Date.now() - env().STREAM_MAX_SECONDS * 1_000;
    for (const stream of streams) if (stream.openedAt < oldest) stream.cut("age");
  }

  #each(work: (stream: Connection) => void): void {
    for (const stream of [...this.#streams]) work(stream);
  }
}

export const hub = (): Hub => singleton("hub", () => new Hub());

import { connect, type Socket } from "node:net";

type Opening = { tenantId: string; cookie: string };

const placed = Buffer.from("event: booking.placed");
const title = /"title":"B(\d+) booked/g;

/** Many dashboards on raw sockets: what a reader costs must not be what is measured. */
export class Streams {
  readonly #sockets: Socket[] = [];
  /** Hears of every booking that arrives on every stream: its number and when. */
  onBooking: ((booking: number, at: number) => void) | null = null;
  /** Events that have arrived, all streams together. */
  arrived = 0;
  #whenArrived: { count: number; go: () => void } | null = null;
  broken = 0;

  constructor(readonly port: number) {}

  /** Opens a stream for each, a hundred at a time, and answers how long it took until all were level with the log. */
  async open(openings: Opening[], atOnce = 100): Promise<number> {
    const from = performance.now();
    let next = 0;
    const one = async () => {
      while (next < openings.length) await this.#open(openings[next++]!);
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, openings.length) }, one));
    return performance.now() - from;
  }

  #open({ tenantId, cookie }: Opening): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.port, "127.0.0.1");
      this.#sockets.push(socket);
      let isLevel = false;
      let head = "";
      socket.setNoDelay(true);
      socket.on("connect", () =>
        socket.write(`GET /api/dashboard/${tenantId}/stream HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\n\r\n`),
      );
      socket.on("data", (bytes: Buffer) => {
        if (isLevel) return this.#read(bytes);
        head += bytes.toString("latin1");
        isLevel = head.includes("event: level");
        if (isLevel) resolve();
        else if (!head.startsWith("HTTP/1.1 200")) reject(new Error(head.slice(0, 200)));
      });
      socket.on("error", reject);
      socket.on("close", () => {
        this.broken++;
        reject(new Error("a stream was closed"));
      });
    });
  }

  #read(bytes: Buffer): void {
    if (this.onBooking) {
      const at = performance.now();
      for (const [, booking] of bytes.toString("latin1").matchAll(title)) this.onBooking(Number(booking), at);
    }
    for (let at = bytes.indexOf(placed); at >= 0; at = bytes.indexOf(placed, at + placed.length)) this.arrived++;
    if (this.#whenArrived && this.arrived >= this.#whenArrived.count) {
      this.#whenArrived.go();
      this.#whenArrived = null;
    }
  }

  /** Resolves once so many events have arrived. */
  until(count: number, ms = 20_000): Promise<void> {
    if (this.arrived >= count) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${this.arrived} of ${count} events arrived`)), ms);
      this.#whenArrived = {
        count,
        go: () => {
          clearTimeout(late);
          resolve();
        },
      };
    });
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) {
      socket.removeAllListeners("close");
      socket.destroy();
    }
    this.#sockets.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

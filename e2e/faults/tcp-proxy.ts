import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** What the network may do to a connection. A black hole keeps it open and lets nothing through, in either direction. */
export type Weather = "pass" | "cut" | "black-hole";

/** Stands between two parties on loopback and makes the weather. */
export async function tcpProxy(target: { host: string; port: number }) {
  let weather: Weather = "pass";
  const pairs = new Set<[Socket, Socket]>();

  const server = createServer((near) => {
    if (weather === "cut") return near.destroy();
    const far = connect(target.port, target.host);
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    const over = () => {
      near.destroy();
      far.destroy();
      pairs.delete(pair);
    };
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on("data", (bytes) => {
        if (weather !== "black-hole") to.write(bytes);
      });
      from.on("close", over);
      from.on("error", over);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");

  return {
    port: address.port,
    set(next: Weather) {
      weather = next;
      if (next === "cut") for (const pair of pairs) for (const socket of pair) socket.destroy();
    },
    /** Writes into every open connection towards the target, as if the client had said it. */
    inject(bytes: Buffer) {
      for (const [, far] of pairs) far.write(bytes);
    },
    async close() {
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      server.close();
    },
  };
}

import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** What the network may do to a connection. A black hole keeps it open and lets nothing through, in either direction. */
export type Weather = "pass" | "cut" | "black-hole";

type Pair = { near: Socket; far: Socket; stranded: boolean; unsaid: Buffer | null };

/** Stands between two parties on loopback and makes the weather. */
export async function tcpProxy(target: { host: string; port: number }) {
  let weather: Weather = "pass";
  let fatalWord: string | null = null;
  const pairs = new Set<Pair>();

  const server = createServer((near) => {
    if (weather === "cut") return near.destroy();
    const pair: Pair = { near, far: connect(target.port, target.host), stranded: false, unsaid: null };
    pairs.add(pair);
    const over = () => {
      near.destroy();
      pair.far.destroy();
      pairs.delete(pair);
    };
    const passes = () => weather !== "black-hole" && !pair.stranded;
    near.on("data", (bytes) => {
      if (fatalWord && bytes.includes(fatalWord)) {
        pair.stranded = true;
        fatalWord = null;
      }
      if (passes()) pair.far.write(bytes);
    });
    pair.far.on("data", (bytes) => {
      if (passes()) near.write(withoutUnsaid(pair, bytes));
    });
    for (const socket of [near, pair.far]) {
      socket.on("close", over);
      socket.on("error", over);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");

  return {
    port: address.port,
    get connections() {
      return pairs.size;
    },
    /** For every connection, those to come included. */
    set(next: Weather) {
      weather = next;
      if (next === "cut") for (const { near, far } of pairs) for (const socket of [near, far]) socket.destroy();
    },
    /** The connections of now are left half-open: nothing passes any more and nothing is said. New ones are fine. */
    strand() {
      for (const pair of pairs) pair.stranded = true;
    },
    /** The next connection that says this is left half-open before it is heard. */
    strandAt(word: string) {
      fatalWord = word;
    },
    /** Says something to the target in the client's name on every open connection; the client never sees the answer. */
    inject(bytes: Buffer, answer: Buffer) {
      for (const pair of pairs) {
        pair.unsaid = answer;
        pair.far.write(bytes);
      }
    },
    async close() {
      for (const { near, far } of pairs) for (const socket of [near, far]) socket.destroy();
      server.close();
    },
  };
}

/** A line to the database of this URL; `through` says the same database's other URLs by that line. */
export async function lineTo(url: string) {
  const { hostname, port } = new URL(url);
  const line = await tcpProxy({ host: hostname, port: Number(port) });
  const through = (direct: string): string => {
    const by = new URL(direct);
    by.port = String(line.port);
    return by.href;
  };
  return Object.assign(line, { through });
}

export type Line = Awaited<ReturnType<typeof lineTo>>;

/** Leaves out the answer to what the client did not ask. */
function withoutUnsaid(pair: Pair, bytes: Buffer): Buffer {
  const at = pair.unsaid ? bytes.indexOf(pair.unsaid) : -1;
  if (!pair.unsaid || at < 0) return bytes;
  const rest = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + pair.unsaid.length)]);
  pair.unsaid = null;
  return rest;
}

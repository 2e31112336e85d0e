import { connect, type Socket } from "node:net";
import { setImmediate } from "node:timers/promises";

const piece = 16_384;

/** Piece by piece, and no further once there is an answer: who goes on writing to a server that has closed loses what it said. */
async function send(socket: Socket, request: string, isAnswered: () => boolean): Promise<void> {
  for (let at = 0; at < request.length && !isAnswered() && !socket.destroyed; at += piece) {
    await new Promise((written) => socket.write(request.slice(at, at + piece), written));
    await setImmediate();
  }
}

/** Sends these very bytes and answers the response's head and what of its body came along; no client tidies the path. */
export function raw(url: string, request: string): Promise<{ status: number; head: string; rest: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(Number(port), hostname, () => void send(socket, request, () => text !== ""));
    const done = () => {
      const end = text.indexOf("\r\n\r\n");
      if (end < 0) return;
      resolve({
        status: Number(text.split(" ")[1]),
        head: text.slice(0, end).toLowerCase(),
        rest: text.slice(end + 4),
      });
      socket.destroy();
    };
    socket.setEncoding("latin1");
    socket.on("data", (part: string) => {
      text += part;
      done();
    });
    socket.on("close", () => reject(new Error(`closed after ${text.length} bytes`)));
    socket.on("error", reject);
  });
}

/** A request line and headers as bytes; lines are joined as given, so a header may hold what it should not. */
export const request = (path: string, headers: string[], method = "GET"): string =>
  [`${method} ${path} HTTP/1.1`, "Host: localhost", ...headers, "", ""].join("\r\n");

import { connect } from "node:net";

/** Sends these very bytes and answers the response's head and what of its body came along; no client tidies the path. */
export function raw(url: string, request: string): Promise<{ status: number; head: string; rest: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    let text = "";
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

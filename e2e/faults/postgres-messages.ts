/** A simple query as the protocol frames it: type, length, text, zero. */
export const query = (sql: string): Buffer => message("Q", `${sql}\0`);

/** What Postgres answers to a command that returns no rows: its tag, and that it is ready for more. */
export const done = (tag: string): Buffer => Buffer.concat([message("C", `${tag}\0`), message("Z", "I")]);

function message(type: string, body: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + Buffer.byteLength(body));
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body)]);
}

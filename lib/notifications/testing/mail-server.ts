import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type TakenLetter = { from: string; to: string[]; raw: string };

/** A real SMTP server on this machine. `refuse`: the answer to an address, by its code. */
export async function startMailServer(user: string, password: string) {
  const taken: TakenLetter[] = [];
  const refuse = new Map<string, number>();
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: (given, _session, done) =>
      given.username === user && given.password === password ? done(null, { user }) : done(new Error("Invalid")),
    onRcptTo: ({ address }, _session, done) => {
      const code = refuse.get(address);
      done(code ? Object.assign(new Error("not this one"), { responseCode: code }) : null);
    },
    onData: (stream, session, done) => {
      let raw = "";
      stream.on("data", (chunk) => {
        raw += chunk;
      });
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        taken.push({ from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address), raw });
        done();
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", () => done()));
  const port = () => (server.server.address() as AddressInfo).port;
  return { port: port(), taken, refuse, close: () => new Promise<void>((done) => server.close(done)) };
}

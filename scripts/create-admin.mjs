// npm run admin:create -- --email=… --name=…: a platform admin. Asks for the password, reads it from standard input, or,
// when nothing comes, makes one up and prints it.
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { parseArgs } from "node:util";
import { fail, report } from "./lib/arguments.mjs";
import { migrate, openOwnerDatabase } from "./lib/owner-database.mjs";
import { commandFile } from "./lib/paths.mjs";
import { createSupervisor } from "./lib/processes.mjs";

const { email, name } = readWho();
const password = await readPassword();
const supervisor = createSupervisor({ exitCode: 130 });

try {
  const database = await openOwnerDatabase(supervisor);
  await migrate(supervisor, database.env);
  console.log(`In ${database.name}:`);
  const env = {
    ...process.env,
    ...database.env,
    ADMIN_EMAIL: email,
    ADMIN_NAME: name,
    ADMIN_PASSWORD: password,
  };
  const args = [commandFile("tsx"), "--conditions=react-server", "db/create-admin.ts"];
  process.exitCode = await supervisor.runNode(args, { env });
} catch (error) {
  report(error);
  process.exitCode = 1;
}
await supervisor.stop();
process.exit();

function readWho() {
  const { values } = parseArgs({ options: { email: { type: "string" }, name: { type: "string" } }, strict: true });
  const address = values.email?.trim().toLowerCase() ?? "";
  if (!/^[^\s@]+@[^\s@]+$/.test(address))
    fail("Whose? npm run admin:create -- --email=faith@example.com --name='Faith N'");
  return { email: address, name: values.name?.trim() ?? "" };
}

/** One line, not shown while it is typed. @returns {Promise<string>} */
async function readPassword() {
  const typing = process.stdin.isTTY;
  if (typing) process.stdout.write("Password (empty: one is made up): ");
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: Boolean(typing) });
  try {
    for await (const line of lines) return line;
    return "";
  } finally {
    lines.close();
    if (typing) process.stdout.write("\n");
  }
}

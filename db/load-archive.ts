import { createHash } from "node:crypto";
import type postgres from "postgres";
import {
  type ArchiveEnd,
  type ArchiveFile,
  type ArchiveHead,
  archiveFormat,
  comesAs,
  keyTables,
  userColumns,
} from "@/lib/archive/rules";
import { type Ask, exact, ownColumns, quoted, schemaNow, tenantTables } from "@/lib/archive/tables";

type Tx = postgres.TransactionSql;

export type Loading = {
  /** Under another address than it had, where that one is taken. */
  slug?: string | undefined;
  /** Open at once, instead of waiting for the platform's decision. */
  open?: boolean;
  /** Seals a key anew for its place on this installation. */
  seal(key: string, place: string): string;
  /** What nobody signs in with: its people choose a new password. */
  noPassword: string;
  keep(file: ArchiveFile): Promise<void>;
};

export type Loaded = { head: ArchiveHead; rows: Record<string, number>; files: number; knownUsers: string[] };

/** A mistake of whoever reads it in, told in plain words. */
export class NotLoaded extends Error {
  override name = "NotLoaded";
}

const atOnce = 500;

/** Reads the archive of one business in, all of it or nothing. `sql` is connected as the platform. */
export async function loadArchive(sql: postgres.Sql, lines: AsyncIterable<string>, how: Loading): Promise<Loaded> {
  return sql
    .begin((tx) => load(tx, lines, how))
    .catch((error: unknown) => {
      // What the tables themselves refuse.
      if (error instanceof Error && /^2[23]/.test((error as { code?: string }).code ?? ""))
        throw new NotLoaded(`The archive holds rows that do not fit together: ${error.message}. Nothing was read in.`);
      throw error;
    }) as Promise<Loaded>;
}

async function load(tx: Tx, lines: AsyncIterable<string>, how: Loading): Promise<Loaded> {
  const ask: Ask = async <R extends object>(text: string) => [...(await tx.unsafe(text))] as unknown as R[];
  for (const setting of exact) await ask(setting);
  const tables = new Map((await tenantTables(ask)).map(({ name, columns }) => [name, columns]));
  tables.set("tenants", await ownColumns(ask)).set("users", userColumns);
  const iterator = lines[Symbol.asyncIterator]();
  const head = await readHead(tx, (await iterator.next()).value, how);
  const reading = new Reading(tx, head, tables, how);
  for (;;) {
    const { value: line, done } = await iterator.next();
    if (done) throw new NotLoaded("The archive ends too early. Nothing was read in.");
    if (await reading.take(line)) return reading.loaded();
  }
}

async function readHead(tx: Tx, line: string | undefined, { slug }: Loading): Promise<ArchiveHead> {
  const head = parsed<ArchiveHead>(line ?? "");
  if (head?.format !== archiveFormat) throw new NotLoaded("This is not an archive of ClientPulse.");
  if (head.schema !== schemaNow)
    throw new NotLoaded(
      "The archive was written by another version of ClientPulse. Bring both installations to the same version, and write it anew.",
    );
  const address = slug ?? head.slug;
  const [taken] = await tx`select id from tenants
    where id = ${head.tenantId} or slug = ${address} or former_slugs @> array[${address}]::text[]
    order by id <> ${head.tenantId} limit 1`;
  if (taken)
    throw new NotLoaded(
      taken.id === head.tenantId
        ? `${head.name} is here already. Nothing was read in.`
        : `The address /book/${address} is somebody’s here. Choose another one with --slug.`,
    );
  return head;
}

function parsed<T>(line: string): T | null {
  try {
    return JSON.parse(line) as T;
  } catch {
    return null;
  }
}

class Reading {
  readonly #hash = createHash("sha256");
  readonly #counts: Record<string, number> = {};
  /** Logins that are here already, by the ids that they have in the archive. */
  readonly #ids = new Map<string, string>();
  readonly #knownUsers: string[] = [];
  readonly #people = new Set<string>();
  #files = 0;
  #open: { name: string; columns: string[]; waiting: string[] } | null = null;

  constructor(
    readonly tx: Tx,
    readonly head: ArchiveHead,
    readonly tables: ReadonlyMap<string, string[]>,
    readonly how: Loading,
  ) {}

  loaded(): Loaded {
    return { head: this.head, rows: this.#counts, files: this.#files, knownUsers: this.#knownUsers };
  }

  /** True once it was the last line. */
  async take(line: string): Promise<boolean> {
    if (!line.startsWith('{"end"')) this.#hash.update(`${line}\n`);
    if (line.startsWith("[")) {
      await this.#row(line);
      return false;
    }
    await this.#finish();
    const said = parsed<Partial<{ table: string; columns: string[] } & ArchiveFile & ArchiveEnd>>(line);
    if (said?.table && said.columns) await this.#begin(said.table, said.columns);
    else if (said?.file) await this.#file(said as ArchiveFile);
    else if (said?.end) {
      this.#ends(said as ArchiveEnd);
      await this.#leaveOthersAddresses();
      return true;
    } else throw new NotLoaded("The archive holds a line that is not of it. Nothing was read in.");
    return false;
  }

  async #begin(name: string, columns: string[]): Promise<void> {
    if (this.tables.get(name)?.join() !== columns.join())
      throw new NotLoaded(`The archive has a table ${name} that this installation has not. Nothing was read in.`);
    this.#open = { name, columns, waiting: [] };
    this.#counts[name] = 0;
  }

  async #row(line: string): Promise<void> {
    const open = this.#open;
    if (!open) throw new NotLoaded("The archive has rows of no table. Nothing was read in.");
    this.#counts[open.name] = (this.#counts[open.name] ?? 0) + 1;
    if (open.name === "users") return this.#user(open.columns, line);
    open.waiting.push(this.#here(open.name, open.columns, line));
    // Rows that point to one another have to be there together.
    const whole = open.name === "customers" || open.name === "event_heads";
    if (open.waiting.length >= atOnce && !whole) await this.#write(open.name, open.columns, open.waiting.splice(0));
  }

  /** The row as it is to stand here. */
  #here(name: string, columns: string[], line: string): string {
    let text = line;
    for (const [was, is] of this.#ids) text = text.replaceAll(was, is);
    const keys = keyTables[name];
    const values = JSON.parse(text) as (string | null)[];
    // It is read in past the fence between businesses: every row has to be of this one.
    if (values[columns.indexOf(name === "tenants" ? "id" : "tenant_id")] !== this.head.tenantId)
      throw new NotLoaded("The archive has rows of another business. Nothing was read in.");
    const set = (column: string, value: (was: string) => string | null) => {
      const at = columns.indexOf(column);
      const was = values[at];
      if (typeof was === "string") values[at] = value(was);
    };
    if (keys) {
      const id = values[columns.indexOf(keys.idColumn)];
      set("sealed_key", (key) => this.how.seal(key, `${keys.kind} ${this.head.tenantId} ${id}`));
    }
    if (name === "tenants") set("slug", (slug) => this.how.slug ?? slug);
    for (const [column, value] of Object.entries(comesAs[name] ?? {})) set(column, value);
    return JSON.stringify(values);
  }

  async #finish(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    if (!open || open.name === "users" || open.waiting.length === 0) return;
    if (open.name === "event_heads") await this.#level(open.columns, open.waiting[0]!);
    else await this.#write(open.name, open.columns, open.waiting);
  }

  async #write(name: string, columns: string[], rows: string[]): Promise<void> {
    const types = await this.#typesOf(name);
    const values = columns.map((column, at) => `(row ->> ${at})::${types.get(column)}`).join(", ");
    const status =
      name === "tenants" ? { column: ", status", value: `, '${this.how.open ? "active" : "pending"}'` } : null;
    await this.tx.unsafe(
      `insert into ${quoted(name)} (${columns.map(quoted).join(", ")}${status?.column ?? ""})
       select ${values}${status?.value ?? ""} from json_array_elements($1::text::json) as row`,
      [`[${rows.join(",")}]`],
    );
  }

  async #typesOf(name: string): Promise<Map<string, string>> {
    const types = await this.tx<{ name: string; type: string }[]>`
      select attname::text as name, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = ${name}::regclass and attnum > 0 and not attisdropped`;
    return new Map(types.map((one) => [one.name, one.type]));
  }

  /** The log goes on where it stood: what is in it has been reacted to where it happened. */
  async #level(columns: string[], row: string): Promise<void> {
    const seq = (JSON.parse(row) as string[])[columns.indexOf("seq")]!;
    const id = this.head.tenantId;
    await this.tx`update event_heads set seq = ${seq} where tenant_id = ${id}`;
    await this.tx`update event_cursors set seq = ${seq} where tenant_id = ${id}`;
  }

  /** Somebody who has a login here keeps it; somebody new chooses a password by "Forgot it?". */
  async #user(columns: string[], line: string): Promise<void> {
    const values = JSON.parse(line) as (string | null)[];
    const of = (column: string) => values[columns.indexOf(column)] ?? null;
    const id = of("id")!;
    const hasLeft = !of("email") && !of("phone");
    const [known] = await this.tx`
      select id, email, phone from users where id = ${id} or email = ${of("email")} or phone = ${of("phone")} limit 1`;
    if (known) {
      this.#knownUsers.push(String(known.email ?? known.phone));
      if (this.#people.has(known.id))
        throw new NotLoaded(
          `Two people of the archive are one login here (${known.email ?? known.phone}). Nothing was read in.`,
        );
      this.#people.add(known.id);
      if (known.id !== id) this.#ids.set(id, known.id);
      return;
    }
    this.#people.add(id);
    // Whoever has left is a name in what they did.
    await this
      .tx`insert into users (id, email, phone, name, language, preferences, created_at, disabled_at, password_hash)
      values (${id}, ${hasLeft ? `${id}@left.invalid` : of("email")}, ${of("phone")}, ${of("name")}, ${of("language")},
        ${of("preferences")}::text::jsonb, ${of("created_at")}::text::timestamptz,
        ${hasLeft ? of("created_at") : null}::text::timestamptz,
        ${this.how.noPassword})`;
  }

  async #file(file: ArchiveFile): Promise<void> {
    if (!file.file.startsWith(`${this.head.tenantId}/`) || file.file.includes(".."))
      throw new NotLoaded("The archive has a picture of somebody else. Nothing was read in.");
    await this.how.keep(file);
    this.#files += 1;
  }

  /** An address that it had once, and that is or was somebody's here, goes on leading to them. */
  async #leaveOthersAddresses(): Promise<void> {
    const id = this.head.tenantId;
    await this.tx`update tenants t set former_slugs = array(select f from unnest(t.former_slugs) f
      where not exists (select from tenants o where o.id <> ${id} and (o.slug = f or o.former_slugs @> array[f])))
      where t.id = ${id}`;
  }

  #ends({ end, files, sha256 }: ArchiveEnd): void {
    const wrong = Object.keys({ ...end, ...this.#counts }).filter((name) => end[name] !== this.#counts[name]);
    if (wrong.length > 0 || files !== this.#files || this.#hash.digest("hex") !== sha256)
      throw new NotLoaded(`The archive is damaged${wrong[0] ? ` in ${wrong.join(", ")}` : ""}. Nothing was read in.`);
  }
}

import postgres from "postgres";

/** What the three roles may do is told in docs/decisions. */
export const ROLES = { owner: "clientpulse_owner", app: "clientpulse_app", platform: "clientpulse_platform" };

export const DATABASE = "clientpulse";

/** So that one slow or forgotten request cannot hold the others up. */
const APP_LIMITS = { statement_timeout: "5s", lock_timeout: "2s", idle_in_transaction_session_timeout: "10s" };

/** @typedef {{ owner: string, app: string, platform: string }} RoleSecrets one value for each role */

/**
 * Makes the three roles, or gives those that exist these passwords. CREATEROLE is enough, as hosted Postgres gives it.
 * @param {string} adminUrl
 * @param {RoleSecrets} passwords
 */
export async function ensureRoles(adminUrl, passwords) {
  await withAdmin(adminUrl, async (sql) => {
    // Two launchers on one server would otherwise both find a role missing and both make it.
    await sql`select pg_advisory_xact_lock(hashtext('clientpulse_roles'))`;
    await ensureRole(sql, ROLES.platform, passwords.platform);
    await ensureRole(sql, ROLES.app, passwords.app);
    await ensureRole(sql, ROLES.owner, passwords.owner);
    for (const [name, value] of Object.entries(APP_LIMITS)) {
      await sql.unsafe(`alter role ${ROLES.app} set ${name} = '${value}'`);
    }
    // The owner sees no row that the platform's policies show until it says `set role`. Postgres 15 cannot tell the two
    // apart for one membership; there the owner merely sees more.
    const options = (await majorVersion(sql)) >= 16 ? "with inherit false, set true" : "";
    await sql.unsafe(`grant ${ROLES.platform} to ${ROLES.owner} ${options}`);
    await becomeMemberOf(sql, ROLES.owner);
    await refuseStrongRoles(sql);
  });
}

/**
 * Makes the database, owned by the owner role, and lets each role in as far as it needs.
 * @param {string} adminUrl
 * @param {string} name
 */
export async function ensureDatabase(adminUrl, name) {
  await withAdmin(adminUrl, (sql) => becomeMemberOf(sql, ROLES.owner));
  await createDatabase(adminUrl, name);
  const inside = databaseUrl(adminUrl, name);
  await withAdmin(inside, async (sql) => {
    await sql.unsafe(`set local role ${ROLES.owner}`);
    // The platform role makes the worker's schema by itself. What it may make in public, migrations lend and take back.
    await sql.unsafe(`
      ${letRolesIn(name)};
      revoke all on schema public from public;
      grant usage on schema public to ${ROLES.app}, ${ROLES.platform}`);
  });
}

/** Into the database itself, as its owner says; the only one of its grants that a copy of it is made without. */
export const letRolesIn = (/** @type {string} */ name) => `
  revoke all on database ${quoted(name)} from public;
  grant connect on database ${quoted(name)} to ${ROLES.app}, ${ROLES.platform};
  grant create on database ${quoted(name)} to ${ROLES.platform}`;

/**
 * The same server as `url`, as one of the roles. Options such as `sslmode` stay.
 * @param {string} url
 * @param {string} database
 * @param {RoleSecrets} passwords
 * @returns {RoleSecrets}
 */
export function roleUrls(url, database, passwords) {
  const as = (/** @type {keyof RoleSecrets} */ role) => {
    const made = new URL(databaseUrl(url, database));
    made.username = ROLES[role];
    made.password = encodeURIComponent(passwords[role]);
    return made.href;
  };
  return { owner: as("owner"), app: as("app"), platform: as("platform") };
}

/** @param {string} url @param {string} database */
function databaseUrl(url, database) {
  const made = new URL(url);
  made.pathname = `/${encodeURIComponent(database)}`;
  return made.href;
}

/**
 * @param {string} adminUrl
 * @param {(sql: import("postgres").TransactionSql) => Promise<unknown>} work
 */
async function withAdmin(adminUrl, work) {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {}, connect_timeout: 15 });
  try {
    await sql.begin(work);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function ensureRole(
  /** @type {import("postgres").TransactionSql} */ sql,
  /** @type {string} */ role,
  /** @type {string} */ password,
) {
  const [found] = await sql`select 1 from pg_roles where rolname = ${role}`;
  const [literal] = await sql`select quote_literal(${password}::text) as text`;
  await sql.unsafe(`${found ? "alter" : "create"} role ${role} with login password ${literal?.text}`);
}

/** To hand a database to a role, and to act as it, one has to be its member; a superuser may without. */
async function becomeMemberOf(/** @type {import("postgres").TransactionSql} */ sql, /** @type {string} */ role) {
  // Since Postgres 16 whoever makes a role is its member, but only to hand it on.
  const kind = (await majorVersion(sql)) >= 16 ? "set" : "member";
  const [me] = await sql`
    select rolsuper or pg_has_role(current_user, ${role}, ${kind}) as may from pg_roles where rolname = current_user`;
  if (!me?.may) await sql.unsafe(`grant ${role} to current_user`);
}

async function majorVersion(/** @type {import("postgres").TransactionSql} */ sql) {
  const [row] = await sql`select current_setting('server_version_num')::int / 10000 as major`;
  return Number(row?.major);
}

async function refuseStrongRoles(/** @type {import("postgres").TransactionSql} */ sql) {
  const strong = await sql`
    select rolname from pg_roles
    where rolname in ${sql(Object.values(ROLES))} and (rolsuper or rolbypassrls or rolcreaterole)`;
  const joined = await sql`
    select g.rolname from pg_auth_members m
      join pg_roles g on g.oid = m.roleid join pg_roles r on r.oid = m.member
    where r.rolname = ${ROLES.app}`;
  if (strong.length > 0) {
    throw new Error(`${strong.map((row) => row.rolname).join(", ")} may too much: superuser, bypassrls or createrole.`);
  }
  if (joined.length > 0) {
    throw new Error(
      `${ROLES.app} must be a member of no role, and is of ${joined.map((row) => row.rolname).join(", ")}.`,
    );
  }
}

/** Outside a transaction, as Postgres demands. */
async function createDatabase(/** @type {string} */ adminUrl, /** @type {string} */ name) {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {}, connect_timeout: 15 });
  try {
    const [found] = await sql`select r.rolname as owner from pg_database d join pg_roles r on r.oid = d.datdba
      where d.datname = ${name}`;
    if (!found) {
      await sql.unsafe(`create database ${quoted(name)} owner ${ROLES.owner} template template0 encoding 'UTF8'`);
    } else if (found.owner !== ROLES.owner) {
      await sql.unsafe(`alter database ${quoted(name)} owner to ${ROLES.owner}`);
    }
  } catch (error) {
    // Somebody else made it between our look and our command.
    if (!(error instanceof postgres.PostgresError && error.code === "42P04")) throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const quoted = (/** @type {string} */ name) => `"${name.replaceAll('"', '""')}"`;

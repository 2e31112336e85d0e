// Repeats what one booking of the product asks of the database, and nothing else. Shared by the bare programs.
import { randomBytes, randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import postgres from "postgres";

/**
 * A slot, a customer and a key, and what a booking makes anew.
 * @typedef {{ tenantId: string, slug: string, staffId: string, serviceId: string, startsAt: number, name: string, phone: string, key: string }} Wish
 * @typedef {string | { is: string, shiftMs?: number }} Piece
 * @typedef {{ text: string, params: (Piece[] | number | boolean | null)[] }} Statement
 * @typedef {{ before: Statement[], transaction: Statement[][], after: Statement[] }} Recipe
 */

const legible = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** In order of time, as the product's ids are: the indexes grow the same way. */
export function newId() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** @returns {Recipe} */
export const readRecipe = (/** @type {string} */ file) => JSON.parse(readFileSync(file, "utf8"));

/** Only what is written, for the floor that reads nothing. @param {Recipe} recipe @returns {Recipe} */
export const writesOnly = (recipe) => ({
  before: [],
  transaction: recipe.transaction
    .map((group) =>
      group.filter(
        ({ text }) =>
          /^\s*(begin|commit|insert|update|with)/i.test(text) || text.includes("set_config('app.tenant_id'"),
      ),
    )
    .filter((group) => group.length > 0),
  after: [],
});

/** @param {string} url @param {number} max */
export function openPool(url, max) {
  const sql = postgres(url, { max, onnotice: () => {}, connection: { application_name: "bench-floor" } });
  // Parameters come as text already; the driver would quote JSON and read dates again.
  for (const type of [114, 3802, 1184, 1114]) sql.options.serializers[type] = (/** @type {unknown} */ value) => value;
  return sql;
}

/** @param {Wish} wish */
function valuesOf(wish) {
  const now = new Date().toISOString();
  /** @type {Record<string, string>} */
  const made = {};
  return (/** @type {Piece} */ piece) => {
    if (typeof piece === "string") return piece;
    const { is, shiftMs = 0 } = piece;
    if (is === "now") return now;
    if (is === "start") return new Date(wish.startsAt + shiftMs).toISOString();
    if (is in wish) return /** @type {Record<string, string | number>} */ (wish)[is];
    made[is] ??= make(is);
    return made[is];
  };
}

function make(/** @type {string} */ name) {
  if (name.startsWith("hash")) return randomBytes(32).toString("hex");
  // Longer than the product's, which draws again when two are the same.
  if (name === "reference") return Array.from({ length: 10 }, () => legible[randomInt(legible.length)]).join("");
  return newId();
}

/**
 * @param {import("postgres").Sql} tenantPool
 * @param {import("postgres").Sql} sidePool
 * @param {Recipe} recipe
 */
export function replayer(tenantPool, sidePool, recipe) {
  const bind = (/** @type {Statement} */ statement, /** @type {(piece: Piece) => unknown} */ value) =>
    /** @type {any[]} */ (statement.params.map((param) => (Array.isArray(param) ? param.map(value).join("") : param)));

  /**
   * One booking; what `also` sends goes out with the commit, before it.
   * @param {Wish} wish
   * @param {(connection: import("postgres").ReservedSql, value: (piece: Piece) => unknown) => Promise<unknown>} [also]
   */
  return async function book(wish, also) {
    const value = valuesOf(wish);
    await Promise.all(recipe.before.map((one) => sidePool.unsafe(one.text, bind(one, value), { prepare: true })));
    const connection = await tenantPool.reserve();
    try {
      for (const group of recipe.transaction) {
        const sent = also && group[0]?.text === "commit" ? [also(connection, value)] : [];
        for (const one of group) {
          sent.push(
            one.params.length === 0
              ? connection.unsafe(one.text)
              : connection.unsafe(one.text, bind(one, value), { prepare: true }),
          );
        }
        await Promise.all(sent);
      }
    } catch (error) {
      await connection.unsafe("rollback");
      throw error;
    } finally {
      connection.release();
    }
    // Rung, not waited for, as the product does.
    for (const one of recipe.after) void sidePool.unsafe(one.text, bind(one, value), { prepare: true });
    return { id: String(value({ is: "id0" })), startsAt: new Date(wish.startsAt).toISOString(), status: "confirmed" };
  };
}

/**
 * The request that the product's own booking route takes.
 * @param {string} slug @param {any} body @param {string} key
 * @param {Record<string, string>} tenantIds
 * @returns {Wish}
 */
export const wishOf = (slug, body, key, tenantIds) => ({
  tenantId: tenantIds[slug] ?? "",
  slug,
  staffId: body.lines[0].staffId,
  serviceId: body.lines[0].serviceId,
  startsAt: Date.parse(body.startsAt),
  name: body.customer.name,
  phone: body.customer.phone,
  key,
});

/**
 * The flags of a command. `npm run demo --fresh`, without the two dashes in between, is understood as well: npm then
 * keeps the flag to itself and says so in the environment.
 * @param {string[]} known
 * @param {string[]} [given]
 */
export function readFlags(known, given = process.argv.slice(2)) {
  const unknown = given.filter((argument) => !known.includes(argument));
  if (unknown.length > 0) fail(`Unknown option ${unknown.join(" ")}. Known: ${known.join(" ")}`);
  const swallowed = (/** @type {string} */ flag) => process.env[`npm_config_${flag.slice(2).replaceAll("-", "_")}`];
  return new Set(known.filter((flag) => given.includes(flag) || swallowed(flag) === "true"));
}

/** @param {string | undefined} value @param {number} fallback */
export function readPort(value, fallback) {
  if (value === undefined || value === "") return fallback;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    fail(`PORT must be a number from 1 to 65535, not ${value}.`);
  return port;
}

/** @param {string} message @returns {never} */
export function fail(message) {
  console.error(message);
  process.exit(1);
}

/** @param {unknown} error */
export function report(error) {
  const { code, path, message } = /** @type {NodeJS.ErrnoException} */ (
    error instanceof Error ? error : new Error(String(error))
  );
  const foreign = (code === "EACCES" || code === "EPERM") && path;
  console.error(
    foreign ? `${path} belongs to another user, perhaps from a start as root. Be that user, or remove it.` : message,
  );
}

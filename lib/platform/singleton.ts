const registry = globalThis as unknown as Record<symbol, unknown>;

/**
 * One instance per process. A Next process holds several copies of each module (instrumentation, route
 * handlers, pages), so anything that must be single hangs on globalThis.
 */
export function singleton<T>(name: string, make: () => T): T {
  const key = Symbol.for(`clientpulse.${name}`);
  registry[key] ??= make();
  return registry[key] as T;
}

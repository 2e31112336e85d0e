// Stands in for the `server-only` package, which throws outside a bundler.
export {};

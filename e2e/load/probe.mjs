// Preloaded into every measured program: answers what it weighs and has used, and goes when the benchmark goes.
process.on("message", (asked) => {
  if (asked !== "usage") return;
  // Twice: what the first collection frees may hold on to more.
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rss, heapUsed });
});
process.on("message", (asked) => {
  if (asked !== "cpu") return;
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicros: user + system });
});
process.on("disconnect", () => process.exit(0));

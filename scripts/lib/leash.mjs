// Loaded into each child before anything else: when the launcher is gone, however it went, so is the child.
import { Socket } from "node:net";

if (process.env.LAUNCHER_LEASH === "3") {
  // The child's own children have another file behind that number.
  delete process.env.LAUNCHER_LEASH;
  const leash = new Socket({ fd: 3, readable: true, writable: false });
  leash.on("error", leave);
  leash.on("close", leave);
  leash.resume();
  leash.unref();
}

function leave() {
  setTimeout(() => process.exit(1), 10_000).unref();
  // Not by a signal: Windows would end the process at once.
  if (!process.emit("SIGTERM", "SIGTERM")) process.exit(0);
}

export async function register() {
  // Compiled for the edge too, where none of this exists.
  if (process.env.NEXT_RUNTIME === "nodejs") await (await import("./instrumentation-node")).start();
}

import { runDueJobs } from "@/lib/jobs/worker";
import { setClockOffset } from "@/lib/platform/clock";
import { sendPrompt } from "../send-prompt";

// A server that a test kills in the middle of a payment: it sends the prompts it is told of and does what is due.
type Told = { go: { tenantId: string; paymentId: string | null; offsetMs: number } };

process.on("message", (told: Told) => {
  const { tenantId, paymentId, offsetMs } = told.go;
  setClockOffset(offsetMs);
  if (paymentId) void sendPrompt(tenantId, paymentId).catch(() => undefined);
  void (async () => {
    for (;;) await runDueJobs(tenantId).catch(() => undefined);
  })();
});
// Whoever is killed has done nothing else yet: the pools are warm.
await runDueJobs();
process.send?.("ready");

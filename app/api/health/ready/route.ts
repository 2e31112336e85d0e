import { reasonsNotReady } from "@/lib/jobs/readiness";

export const dynamic = "force-dynamic";

export async function GET() {
  const reasons = await reasonsNotReady();
  const ready = reasons.length === 0;
  return Response.json({ ready, reasons }, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}

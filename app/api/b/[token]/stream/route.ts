import { noHead, streamAnswer } from "@/app/_server/stream-route";

export const dynamic = "force-dynamic";
/** Streams end themselves before the host's limit. */
export const maxDuration = 300;

export const HEAD = noHead;

export const GET = async (request: Request, { params }: { params: Promise<{ token: string }> }) =>
  streamAnswer(request, await params);

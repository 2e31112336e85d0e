import { noHead, streamAnswer } from "@/app/_server/stream-route";

export const dynamic = "force-dynamic";
/** Streams end themselves before the host's limit. */
export const maxDuration = 300;

export const HEAD = noHead;

/** What is the customer's own has changed; nothing else of the business, and no ids. */
export const GET = async (request: Request, { params }: { params: Promise<{ slug: string }> }) =>
  streamAnswer(request, { portal: (await params).slug });

import "server-only";
import { addressOf } from "@/lib/platform/client-address";
import type { Place } from "@/lib/realtime/authorize";
import { enter, openStream, streamHeaders } from "@/lib/realtime/event-stream";
import type { Sink } from "@/lib/realtime/stream";

/** Without this Next answers HEAD by running GET, and the stream that nobody reads is never cancelled. */
export const noHead = (): Response => new Response(null, { status: 405, headers: { allow: "GET" } });

/**
 * What happens at this place, for whoever may hear it: the door for hosts without a server of our own, and for dev; a node
 * server answers before this is asked.
 */
export async function streamAnswer(request: Request, wanted: Place): Promise<Response> {
  const { headers } = request;
  const entered = await enter(headers.get("cookie"), wanted, addressOf(headers) || null, headers.get("authorization"));
  if ("status" in entered) return refused(entered.status, entered.text);

  const asked = { lastEventId: request.headers.get("last-event-id"), query: new URL(request.url).searchParams };
  let { leave } = entered;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        leave = openStream(entered.listener, asked, controllerSink(controller), entered.leave);
        request.signal.addEventListener("abort", leave, { once: true });
        // Gone while we asked the database: its event has fired before we listened.
        if (request.signal.aborted) leave();
      },
      cancel: () => leave(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 16 * 1024 }),
  );
  return new Response(body, { headers: { ...streamHeaders, "x-door": "next" } });
}

function refused(status: number, text: string): Response {
  const retry: Record<string, string> = status === 429 || status === 503 ? { "retry-after": "5" } : {};
  return new Response(text, {
    status,
    headers: { "content-type": "text/plain", "cache-control": "no-store", ...retry },
  });
}

function controllerSink(controller: ReadableStreamDefaultController<Uint8Array>): Sink {
  let open = true;
  const whileOpen = (work: () => void) => {
    if (!open) return;
    try {
      work();
    } catch {
      // Closed from the other side between two looks.
      open = false;
    }
  };
  return {
    door: "next",
    write: (bytes) => whileOpen(() => controller.enqueue(bytes)),
    backlog: () => (open ? 16 * 1024 - (controller.desiredSize ?? 0) : 0),
    end: () => {
      whileOpen(() => controller.close());
      open = false;
    },
    destroy: () => {
      whileOpen(() => controller.error(new Error("the reader does not read")));
      open = false;
    },
  };
}

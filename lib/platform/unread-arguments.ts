import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";
import { singleton } from "./singleton";

type Mark = { reached: boolean };

const marks = () => singleton("action-marks", () => new AsyncLocalStorage<Mark>());

/** Said by every server action before anything else: from here on, what fails is ours. */
export function actionReached(): void {
  const mark = marks().getStore();
  if (mark) mark.reached = true;
}

/**
 * Serves a request so that a body which is no action's arguments is answered as the caller's fault. Next decodes it
 * before any code of ours runs and answers 500; a 500 to a post that no action was reached by becomes 400.
 */
export function blamingUnreadArguments<T>(request: IncomingMessage, response: ServerResponse, serve: () => T): T {
  if (request.method !== "POST" || request.url?.startsWith("/api/")) return serve();
  const mark: Mark = { reached: false };
  const told = response.writeHead;
  const writeHead = (status: number, ...more: unknown[]) =>
    Reflect.apply(told, response, [status === 500 && !mark.reached ? 400 : status, ...more]);
  // Not written where it is put on, as in lib/tenancy/with-tenant.
  Object.assign(response, { writeHead });
  return marks().run(mark, serve);
}

import { type Action, inventory } from "./inventory";

const { actions } = inventory();

/** The action of this name, as the build has it. */
export function actionNamed(name: string): Action {
  const found = actions.find((action) => action.name === name);
  if (!found) throw new Error(`the build has no action ${name}`);
  return found;
}

export type Called = { status: number; answer: unknown; to: string | null; body: string };

/** Calls a server action as Next's own client does: with these arguments, at this address. */
export async function call(
  url: string,
  { id }: Action,
  given: unknown[] | BodyInit,
  { cookie = "", headers = {} }: { cookie?: string; headers?: Record<string, string> } = {},
): Promise<Called> {
  const body = Array.isArray(given) ? written(given) : given;
  const plain = typeof body === "string" ? { "content-type": "text/plain;charset=UTF-8" } : {};
  const response = await fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: new URL(url).origin, "next-action": id, ...plain, ...headers },
    body,
  });
  const text = await response.text();
  // To a script Next tells a redirect in a header, and answers with where it leads.
  const to = response.headers.get("x-action-redirect") ?? response.headers.get("location");
  return { status: response.status, answer: answerIn(text), to, body: text };
}

/** Arguments as React writes them: JSON, and a form beside it under the number that it names. */
function written(given: unknown[]): BodyInit {
  if (!given.some((one) => one instanceof FormData)) return JSON.stringify(given);
  const body = new FormData();
  const names = given.map((one, index) => {
    if (!(one instanceof FormData)) return one;
    for (const [name, value] of one) body.append(`${index + 1}_${name}`, value);
    return `$K${(index + 1).toString(16)}`;
  });
  body.set("0", JSON.stringify(names));
  return body;
}

/** What the action returned; the rest of the answer is the page. */
function answerIn(text: string): unknown {
  const line = /^1:(.+)$/m.exec(text)?.[1];
  try {
    return JSON.parse(line ?? "null");
  } catch {
    return null;
  }
}

export const formOf = (fields: Record<string, unknown>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  return form;
};

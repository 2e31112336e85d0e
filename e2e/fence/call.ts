import { unpacked } from "./ask";
import { type Action, inventory } from "./inventory";

const { actions } = inventory();

/** The action of this name, as the build has it. */
export function actionNamed(name: string): Action {
  const found = actions.find((action) => action.name === name);
  if (!found) throw new Error(`the build has no action ${name}`);
  return found;
}

type Called = { status: number; answer: unknown; to: string | null; body: string; headers: Headers };

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
    headers: { cookie, ...unpacked, origin: new URL(url).origin, "next-action": id, ...plain, ...headers },
    body,
  });
  const text = await response.text();
  // To a script Next tells a redirect in a header, and may answer with the page that it leads to.
  const to = response.headers.get("x-action-redirect")?.split(";")[0] ?? null;
  return {
    status: to ? 303 : response.status,
    answer: to ? null : answerIn(text),
    to,
    body: text,
    headers: response.headers,
  };
}

/** What begins as React's own marks do is said twice. */
const asText = (_: string, value: unknown): unknown =>
  typeof value === "string" && value.startsWith("$") ? `$${value}` : value;

/** Arguments as React writes them: JSON, and a form beside it under the number that it names. */
function written(given: unknown[]): BodyInit {
  if (!given.some((one) => one instanceof FormData)) return JSON.stringify(given, asText);
  const body = new FormData();
  const names = given.map((one, index) => {
    if (!(one instanceof FormData)) return one;
    for (const [name, value] of one) body.append(`_${index + 1}_${name}`, value);
    return `$K${index + 1}`;
  });
  body.set("0", JSON.stringify(names));
  return body;
}

/** What the action returned: the row with the number 1. Long texts have rows of their own, which end by their length. */
function answerIn(body: string): unknown {
  for (let rest = body; rest !== ""; ) {
    const long = /^[\da-f]+:T([\da-f]+),/.exec(rest);
    const end = long ? long[0].length + Number.parseInt(long[1]!, 16) : rest.indexOf("\n") + 1 || rest.length;
    const row = rest.slice(0, end);
    if (/^1:[{"]/.test(row)) return JSON.parse(row.slice(2));
    rest = rest.slice(end);
  }
  return null;
}

export const formOf = (fields: Record<string, unknown>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  return form;
};

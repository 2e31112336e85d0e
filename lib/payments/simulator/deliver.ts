import { type Callback, iso, note, type World } from "./world";

/** Where Safaricom's callbacks come from, as a proxy in front of us would write it. */
const safaricom = "196.201.212.69";
/** The address that knocked stands last; what it claims to be stands before it. */
export const stranger = `${safaricom}, 203.0.113.7`;
const patienceMs = 5_000;

type Wanted = Pick<Callback, "url" | "body" | "shortcode"> & { from?: string };

/** One POST, once, as Safaricom does it; while callbacks are held it waits for its release. */
export async function post(world: World, wanted: Wanted): Promise<void> {
  const callback = written(world, wanted);
  if (world.holdsCallbacks) callback.status = "held";
  else await send(world, callback);
}

export function written(world: World, { url, body, shortcode, from = safaricom }: Wanted): Callback {
  const dueAt = iso(world.clock.now());
  const id = world.callbacks.length + 1;
  const callback: Callback = { id, url, shortcode, body, from, dueAt, status: "planned", answers: [] };
  world.callbacks.push(callback);
  return callback;
}

/** The text that came back, or null. Again and again, if somebody asks for it. */
export async function send(world: World, callback: Callback): Promise<string | null> {
  const target = world.route(callback.url);
  const began = performance.now();
  const answer = (http: number | null, status: Callback["status"]) => {
    const ms = Math.round(performance.now() - began);
    callback.status = status;
    callback.answers.push({ at: iso(world.clock.now()), http, ms });
    note(world, { what: `callback ${callback.id}`, status: http, ms });
  };
  if (!target) {
    answer(null, "no_route");
    return null;
  }
  callback.status = "sending";
  try {
    const response = await fetch(target, {
      method: "POST",
      headers: {
        "content-type": "application/json;charset=UTF-8",
        businessshortcode: callback.shortcode,
        "x-forwarded-for": callback.from,
      },
      body: callback.body,
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await response.text();
    answer(response.status, "delivered");
    return text;
  } catch {
    answer(null, "failed");
    return null;
  }
}

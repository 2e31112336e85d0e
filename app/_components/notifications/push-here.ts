/** What this browser can do, and how it is asked; in no test without a maker of browsers behind it. */

const script = "/sw.js";

const bytesOf = (key: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(key.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

const textOf = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** What is told under these addresses has a subscription of its own. */
export const currentSubscription = async (scope: string): Promise<PushSubscription | null> =>
  (await (await registrationAt(scope))?.pushManager.getSubscription()) ?? null;

// The browser answers with whatever looks after an address, were it a wider one.
const registrationAt = async (scope: string) =>
  (await navigator.serviceWorker.getRegistrations()).find((one) => new URL(one.scope).pathname === scope);

/** `none`: this browser has no such thing, or is not trusted with it. */
export async function subscribed(pushKey: string, scope: string): Promise<"none" | "refused" | "off" | "on"> {
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) return "none";
  if (Notification.permission === "denied") return "refused";
  const subscription = await currentSubscription(scope);
  if (!subscription) return "off";
  // Made for the server's key of before: it hears nothing any more.
  return textOf(subscription.options.applicationServerKey) === pushKey ? "on" : "off";
}

/** Asks whoever sits there, then the browser's maker; null when that cannot be reached. `unanswered` may be asked again. */
export async function subscribe(
  pushKey: string,
  scope: string,
): Promise<PushSubscription | "refused" | "unanswered" | null> {
  const said = await Notification.requestPermission();
  if (said !== "granted") return said === "denied" ? "refused" : "unanswered";
  const registration = await navigator.serviceWorker.register(script, { scope });
  await isActive(registration);
  const old = await registration.pushManager.getSubscription();
  await old?.unsubscribe();
  return registration.pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(pushKey) })
    .catch(() => null);
}

export const browserOf = (subscription: PushSubscription) => ({
  endpoint: subscription.endpoint,
  p256dh: textOf(subscription.getKey("p256dh")),
  auth: textOf(subscription.getKey("auth")),
});

/** `ready` waits for whatever looks after this page, which may be another one. */
async function isActive({ installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const worker = installing ?? waiting;
  if (!worker || worker.state === "activated") return;
  await new Promise<void>((done) =>
    worker.addEventListener("statechange", () => worker.state === "activated" && done()),
  );
}

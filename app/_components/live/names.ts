import { touches } from "@/lib/events/rules";

/** What to ask an EventSource for: it stays silent about names nobody listens to. */
export const eventNames: readonly string[] = [...Object.keys(touches), "hidden"];

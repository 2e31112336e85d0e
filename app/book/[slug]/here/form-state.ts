/** `sent`: a link is on its way, if there is anybody to send it to. `here`: the reference was right. */
export type HereState = { typed: string; done?: "here" | "sent"; problem?: string; fault?: string };

export const nothingTyped: HereState = { typed: "" };

import { z } from "zod";

/** A place in a list that goes by time: an instant and an id. What only looks like one is a fault of who sent it. */
export const timeCursor = z.string().refine((text) => {
  const [at, id, ...more] = text.split(" ");
  return more.length === 0 && z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success;
}, "is not a place in this list");

import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { ResourceItem, ResourceList } from "./list-resources";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const resourceItemAnswer = answerOf<ResourceItem>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    quantity: z.number(),
    active: z.boolean(),
    serviceIds: z.array(z.string()),
  }),
);

export const resourceListAnswer = answerOf<ResourceList>()(
  z.strictObject({
    items: z.array(resourceItemAnswer),
    services: z.array(z.strictObject({ id: z.string(), name: z.string(), category: z.string() })),
    position: z.string(),
  }),
);

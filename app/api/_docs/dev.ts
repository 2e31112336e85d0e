import { z } from "zod";
import { tapShape } from "@/lib/payments/simulated-phone";
import { anyone, type Operation } from "./operation";

export const devOperations: readonly Operation[] = [
  {
    id: "listOutbox",
    method: "GET",
    path: "/api/dev/outbox",
    who: anyone,
    says: "Every message of all businesses, where nothing is real.",
    query: z.object({ to: z.string().optional(), since: z.iso.datetime().optional() }),
    answers: { 200: z.array(z.unknown()) },
  },
  {
    id: "listPrompts",
    method: "GET",
    path: "/api/dev/phone",
    who: anyone,
    says: "The prompts on all customers' phones, where no money is real.",
    answers: { 200: z.strictObject({ prompts: z.array(z.unknown()).nullable() }) },
  },
  {
    id: "tapPrompt",
    method: "POST",
    path: "/api/dev/phone",
    who: anyone,
    says: "A PIN, a cancellation, or nothing at all.",
    body: tapShape,
    answers: { 200: z.strictObject({ done: z.boolean() }) },
  },
];

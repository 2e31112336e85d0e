/** The first steps of a business, in the order in which they are gone. No imports. */
export const setupSteps = [
  "business",
  "hours",
  "prices",
  "team",
  "resources",
  "payments",
  "looked",
  "shared",
  "booking",
] as const;

export type SetupStep = (typeof setupSteps)[number];

/** What nobody can see in the data: somebody says that it is right as it is. */
export const saidSteps = ["hours", "prices", "team", "resources", "payments", "looked", "shared"] as const;

/** Done without it, a business is ready all the same. */
export const isOptional = (step: SetupStep): boolean => step === "resources";

export type Progress = { step: SetupStep; isDone: boolean }[];

/** How many of those that count are done, and of how many. */
export function progressOf(steps: Progress): { done: number; all: number } {
  const counted = steps.filter(({ step }) => !isOptional(step));
  return { done: counted.filter(({ isDone }) => isDone).length, all: counted.length };
}

/** The next one to take, or null. */
export const nextOf = (steps: Progress): SetupStep | null =>
  steps.find(({ step, isDone }) => !isDone && !isOptional(step))?.step ?? null;

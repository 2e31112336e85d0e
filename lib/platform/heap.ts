import { setFlagsFromString } from "node:v8";

/**
 * All of the heap is looked through when it has trebled since the last time, not when it has grown by half: that look takes
 * both of two processors for a tenth of a second, and whoever books meanwhile waits (decision what-v8-is-told). Where
 * memory is short V8 looks earlier all the same. A V8 that has lost the flag says so and goes on.
 */
export const lookThroughHeapLess = (): void => setFlagsFromString("--heap-growing-percent=200");

import type { z } from "zod";

/** A value as JSON carries it: instants are text, and what is undefined is not there. */
export type Wire<T> = T extends Date
  ? string
  : T extends readonly (infer E)[]
    ? Wire<E>[]
    : T extends object
      ? { [K in keyof T as undefined extends T[K] ? never : K]: Wire<T[K]> } & {
          [K in keyof T as undefined extends T[K] ? K : never]?: Wire<Exclude<T[K], undefined>>;
        }
      : T;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** The shape of an answer that says just what the question gives: what is missing or too much does not compile. */
export const answerOf =
  <T>() =>
  <S extends z.ZodType>(
    shape: Same<Wire<T>, Wire<z.output<S>>> extends true ? S : { differsFrom: Wire<T>; has: Wire<z.output<S>> },
  ): S =>
    shape as S;

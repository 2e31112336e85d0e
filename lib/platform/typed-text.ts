import { z } from "zod";

/** What nobody types and nobody sees: control characters (a line break may stay), marks that turn text round, no-width spaces. */
const unseen = /(?!\n)\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Words as somebody typed them, trimmed and of bounded length. Half characters, too, have no place in Postgres. */
export const typedText = (most: number, tooLong = `is longer than ${most} characters`) =>
  z
    .string()
    .transform((typed) =>
      typed
        // However a form or a file ends its lines.
        .replace(/\r\n?/g, "\n")
        .replace(unseen, "")
        .replace(/\p{Surrogate}/gu, "\ufffd")
        .trim(),
    )
    .pipe(z.string().max(most, tooLong));

/** NUL and half characters: Postgres has no place for them. */
export const cannotBeKept = (text: string): boolean => /[\0\p{Surrogate}]/u.test(text);

/** As it came, for what is compared or looked up and never shown. */
export const asTyped = (most: number, tooLong = `is longer than ${most} characters`) =>
  z
    .string()
    .max(most, tooLong)
    .refine((text) => !cannotBeKept(text), "holds a character that cannot be kept");

/** A title or an initial with its name right behind: "Dr.Amina", "J.J. Kuts". */
const shortened = /(?<=^|\s|\.)(\p{L}|dr|mr|mrs|ms|prof|rev|st|co)\.(?=\p{L})/giu;
/** What a mail or SMS program makes a link of: a dot with a letter right behind it, whatever stands before. */
const webAddress = /http|www\.|\S[.\u3002\uff0e\uff61]\p{L}|\d+(?:\.\d+){3}/iu;

/**
 * A name on one line that holds at least one letter or digit. Names stand in what we send, to people who never chose
 * them, so they lead nowhere.
 */
export const typedName = (most: number, missing: string) =>
  typedText(most)
    .transform((name) => name.replace(/\s+/g, " ").replace(shortened, "$1. "))
    .refine((name) => /[\p{L}\p{N}]/u.test(name), missing)
    .refine((name) => !webAddress.test(name), "may not hold a web address");

import { z } from "zod";
import { reportFormats, reportTypes } from "@/lib/analytics/rules";
import type { Permission } from "@/lib/auth/permissions";

/** Who is let in. A key may come in a member's place, where one of its scopes allows what is asked. */
export type Who =
  | { kind: "member" | "admin"; permission: Permission }
  /** Signed in, for what is their own; a customer in a business's portal; whoever holds the link; a machine with its secret. */
  | { kind: "signed_in" | "portal" | "anyone" | "link" | "machine" };

/** Anything that is not JSON. */
export type File = { file: readonly string[]; says: string };

export type Operation = {
  id: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** As the folder is called. */
  path: string;
  who: Who;
  says: string;
  /** The very schemas that the route parses with. */
  query?: z.ZodType;
  body?: z.ZodType;
  bytes?: readonly string[];
  /** By status; what is refused is the same everywhere. */
  answers: Readonly<Record<number, z.ZodType | File>>;
};

export const member = (permission: Permission): Who => ({ kind: "member", permission });
export const admin = (permission: Permission): Who => ({ kind: "admin", permission });
export const signedIn: Who = { kind: "signed_in" };
export const inPortal: Who = { kind: "portal" };
export const anyone: Who = { kind: "anyone" };
export const byLink: Who = { kind: "link" };
export const machine: Who = { kind: "machine" };

/** Done, and there is no more to say. */
export const nothing = z.strictObject({});

export const pictures = ["image/jpeg", "image/png", "image/webp"] as const;
export const picture: File = { file: pictures, says: "The picture." };
export const csv: File = { file: ["text/csv"], says: "A file with a line for each." };
export const pdf: File = { file: ["application/pdf"], says: "A page to print." };
export const report: File = {
  file: reportFormats.map((format) => reportTypes[format]),
  says: "The report as a file, in the format that was asked for.",
};
export const stream: File = {
  file: ["text/event-stream"],
  says: "Stays open. Each frame carries one event of the log as JSON.",
};

export const isFile = (answer: z.ZodType | File): answer is File => "file" in answer;

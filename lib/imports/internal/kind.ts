import type { ImportOptions, importRows } from "@/db/schema/imports";
import type { Scope } from "@/lib/tenancy/scope";
import type { Cell } from "./cells";

export type FileRow = { line: number; cells: string[] };
export type Problem = { line: number; problem: string };

/** What is known while rows of a file are read, judged or written. */
export type How<C> = {
  importId: string;
  options: ImportOptions;
  timeZone: string;
  currency: string;
  today: string;
  /** What the kind itself has to know of the house. */
  around: C;
};

export type Row<T> = { line: number; it: T };

export type Outcome = {
  line: number;
  outcome: (typeof importRows.$inferSelect)["outcome"];
  problem?: string;
  /** Whom it wrote down. */
  customerId?: string;
  /** What it made, where that is no customer. */
  madeId?: string;
};

export type MadeRow = { line: number; customerId: string | null; madeId: string | null };

/** One sort of file: how a row is read, judged against what is there, written, and taken back. `T`: what a row says. */
export type Kind<T, C> = {
  /** Rows that are written in one transaction. */
  batch: number;
  around(scope: Scope, rows: readonly FileRow[]): Promise<C>;
  /** Throws what is wrong. */
  read(cell: Cell, how: How<C>): T;
  /** What makes two rows the same. */
  keyOf(it: T): string;
  /** Whether it is there, by key: `here` by an earlier row of the same file. */
  known(scope: Scope, all: readonly T[], how: How<C>): Promise<Map<string, "here" | "before">>;
  /** Of those that would be added: which would be refused after all, though each alone looks right. */
  tryOut?(scope: Scope, rows: readonly Row<T>[], how: How<C>): Promise<Problem[]>;
  /** What is said beside the counts of a dry run. */
  remarks(scope: Scope, rows: readonly Row<T>[], how: How<C>): Promise<string[]>;
  write(scope: Scope, rows: readonly Row<T>[], how: How<C>): Promise<Outcome[]>;
  /** Takes back what nothing newer is about; answers the lines of those. */
  takeBack(scope: Scope, rows: readonly MadeRow[], how: { endedAt: Date; options: ImportOptions }): Promise<number[]>;
};

"use server";

import { z } from "zod";
import { done, memberAction } from "@/app/_server/action";
import { noteStopped } from "@/app/_server/note-refused";
import { noteCustomerInput } from "@/lib/customers/input";
import { noteCustomer } from "@/lib/customers/note-customer";

const id = z.uuid("is not an id").toLowerCase();

export const noteDown = memberAction(
  "customers.note",
  noteCustomerInput.extend({ id }),
  async (scope, _, { id, ...input }) => {
    const noted = await noteCustomer(scope, id, input);
    return noted.ok ? done(noted.value) : noteStopped(noted);
  },
);

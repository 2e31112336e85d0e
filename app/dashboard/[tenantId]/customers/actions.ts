"use server";

import { z } from "zod";
import { memberAction } from "@/app/_server/action";
import { customerAnswer } from "@/app/_server/customer-refused";
import { addByHand } from "@/lib/customers/add-by-hand";
import { archiveCustomer, restoreCustomer } from "@/lib/customers/archive-customer";
import { changeCustomer } from "@/lib/customers/change-customer";
import { addNote, strikeNote } from "@/lib/customers/customer-notes";
import { addChild, linkChild, unlinkChild } from "@/lib/customers/family";
import {
  addChildInput,
  addCustomerInput,
  addNoteInput,
  changeCustomerInput,
  customerId,
  linkChildInput,
  strikeNoteInput,
} from "@/lib/customers/file-input";
import { dropSegment, saveSegment } from "@/lib/customers/own-segments";
import { dropSegmentInput, saveSegmentInput } from "@/lib/customers/segment-input";

const of = { customerId };

export const addOne = memberAction("customers.manage", addCustomerInput, async (scope, _, wish) =>
  customerAnswer(await addByHand(scope, wish)),
);

export const changeOne = memberAction(
  "customers.manage",
  changeCustomerInput.and(z.object(of)),
  async (scope, _, wish) => customerAnswer(await changeCustomer(scope, wish.customerId, wish)),
);

export const putAway = memberAction("customers.manage", z.object(of), async (scope, _, { customerId: id }) =>
  customerAnswer(await archiveCustomer(scope, id)),
);

export const bringBack = memberAction("customers.manage", z.object(of), async (scope, _, { customerId: id }) =>
  customerAnswer(await restoreCustomer(scope, id)),
);

export const writeNote = memberAction("customers.note", addNoteInput.extend(of), async (scope, _, wish) =>
  customerAnswer(await addNote(scope, wish.customerId, wish.body)),
);

export const strikeIt = memberAction("customers.note", strikeNoteInput.extend(of), async (scope, _, wish) =>
  customerAnswer(await strikeNote(scope, wish.customerId, wish.noteId)),
);

export const newChild = memberAction("customers.manage", addChildInput.extend(of), async (scope, _, wish) =>
  customerAnswer(await addChild(scope, wish.customerId, wish)),
);

export const takeChild = memberAction("customers.manage", linkChildInput.extend(of), async (scope, _, wish) =>
  customerAnswer(await linkChild(scope, wish.customerId, wish.childId)),
);

export const letChildGo = memberAction("customers.manage", linkChildInput.extend(of), async (scope, _, wish) =>
  customerAnswer(await unlinkChild(scope, wish.customerId, wish.childId)),
);

export const keepGroup = memberAction("customers.manage", saveSegmentInput, async (scope, _, wish) =>
  customerAnswer(await saveSegment(scope, wish)),
);

export const dropGroup = memberAction("customers.manage", dropSegmentInput, async (scope, _, { segmentId }) =>
  customerAnswer(await dropSegment(scope, segmentId)),
);

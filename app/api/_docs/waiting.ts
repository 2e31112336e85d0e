import { z } from "zod";
import {
  joinedAnswer,
  logPageAnswer,
  queueAnswer,
  takenAnswer,
  turnedAnswer,
  waitlistAnswer,
} from "@/lib/waitlist/answers";
import { joinWaitlistInput, logQuery, takeTicketInput, turnInput } from "@/lib/waitlist/input";
import { member, type Operation } from "./operation";

export const waitingOperations: readonly Operation[] = [
  {
    id: "listQueue",
    method: "GET",
    path: "/api/dashboard/[tenantId]/queue",
    who: member("queue.keep"),
    says: "Who is here and waits for their turn today, how long, and how the turns went.",
    answers: { 200: queueAnswer },
  },
  {
    id: "takeTicket",
    method: "POST",
    path: "/api/dashboard/[tenantId]/queue",
    who: member("queue.keep"),
    says: "Somebody who is here gets the next number.",
    body: takeTicketInput,
    answers: { 201: takenAnswer },
  },
  {
    id: "changeTurn",
    method: "PATCH",
    path: "/api/dashboard/[tenantId]/queue/[ticketId]",
    who: member("queue.keep"),
    says: "One step of a turn: called, called again, skipped, begun, or taken out.",
    body: turnInput,
    answers: { 200: turnedAnswer },
  },
  {
    id: "listWaitlist",
    method: "GET",
    path: "/api/dashboard/[tenantId]/waitlist",
    who: member("waitlist.keep"),
    says: "Who waits for a time to come free, and who is asked about one now.",
    answers: { 200: waitlistAnswer },
  },
  {
    id: "joinWaitlist",
    method: "POST",
    path: "/api/dashboard/[tenantId]/waitlist",
    who: member("waitlist.keep"),
    says: "Somebody waits from now on.",
    body: joinWaitlistInput,
    answers: { 201: joinedAnswer },
  },
  {
    id: "leaveWaitlist",
    method: "DELETE",
    path: "/api/dashboard/[tenantId]/waitlist/[entryId]",
    who: member("waitlist.keep"),
    says: "Off the list; a time that is held for them is free again.",
    answers: { 200: z.strictObject({ id: z.string() }) },
  },
  {
    id: "listWaitlistLog",
    method: "GET",
    path: "/api/dashboard/[tenantId]/waitlist/log",
    who: member("waitlist.keep"),
    says: "Who was asked and who was passed over, and why, newest first.",
    query: logQuery,
    answers: { 200: logPageAnswer },
  },
];

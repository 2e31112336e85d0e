import type { Actor } from "@/lib/tenancy/scope";
import { may, type Permission } from "./permissions";
import { scopesAllow } from "./scopes";

/** Somebody of the business, or a program that it gave a key. */
export const isHouse = (actor: Actor): boolean => actor.kind === "member" || actor.kind === "api";

/** Whether one of the house may do this: by their role, or by what their key was given. */
export const actorMay = (actor: Actor, permission: Permission): boolean =>
  actor.kind === "member" ? may(actor.role, permission) : actor.kind === "api" && scopesAllow(actor.scopes, permission);

/** Tables that belong to no tenant, each with its reason. The catalogue test refuses any other table without a fence. */
export const globalTables: Record<string, string> = {
  tenants: "the tenant itself: its id is the tenant_id; fenced by row-level security on id",
  deleted_tenants: "what is left of a business that is gone: there is no tenant that it could belong to",
  users: "one login may belong to several tenants",
  sessions: "belongs to a user, before a tenant is chosen",
  user_photos: "belongs to a user, whatever tenants they work for",
  user_tokens: "belongs to a user, whatever tenants they work for",
  recovery_codes: "belongs to a user",
  registrations: "a business that is not there yet; gone once its owner has shown the code",
  one_time_codes: "goes to a phone or an e-mail address, before anybody is known",
  account_sessions: "belongs to an account, across tenants",
  rate_limits: "counts callers, most of them unknown; no business data",
  plans: "what the platform sells to everybody; written in its own scope alone",
  accounts: "a verified phone, across tenants",
  access_tokens: "says which tenant a link belongs to; the serving role cannot read it, a door does",
  worker_heartbeats: "liveness of processes, no business data",
};

/** Indexes that may not start with tenant_id, because a question is asked across tenants. */
export const acrossTenants: Record<string, string> = {
  members_by_user: "the door that lists a user's memberships",
  messages_by_provider: "the door that finds what a delivery report is about",
  due_pending: "the worker's sweep for what is due anywhere",
};

/** For payments, which lock bookings themselves: before them, as everybody else does. */
export { holdRules } from "./internal/rules-lock";

/** The first of the settings has an address of its own, since on a phone theirs is the list of all. */
export { default, generateMetadata } from "../page";

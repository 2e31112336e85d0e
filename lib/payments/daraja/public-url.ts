// Asked by settings too, before Safaricom refuses it.
export { isPublicUrl } from "./internal/urls";

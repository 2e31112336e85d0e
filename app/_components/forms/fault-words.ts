const imperative = /^(tell|type|choose|say) /;

/** What is wrong with a field as a sentence: with its name in it, unless it says by itself what to do. */
export function faultWords(label: string, fault: string): string {
  const said = fault.replace(/([^.])$/, "$1.");
  if (/^[A-Z]/.test(said)) return said;
  return imperative.test(said) ? said.charAt(0).toUpperCase() + said.slice(1) : `${label} ${said}`;
}

import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

/** What a sentence has to be given, `{name}` and `<link>`, in the order of the alphabet; throws where it is no ICU message. */
export function argumentsOf(text: string): string[] {
  const found = new Set<string>();
  const visit = (elements: MessageFormatElement[]): void => {
    for (const one of elements) {
      if (one.type === TYPE.literal || one.type === TYPE.pound) continue;
      found.add(one.type === TYPE.tag ? `<${one.value}>` : `{${one.value}}`);
      if (one.type === TYPE.tag) visit(one.children);
      if (one.type === TYPE.plural || one.type === TYPE.select)
        for (const { value } of Object.values(one.options)) visit(value);
    }
  };
  visit(parse(text));
  return [...found].toSorted();
}

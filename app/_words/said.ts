import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";

// For the tests: what of the sources is said to people.

type Node = { type: string; start: number; [field: string]: unknown };
export type Found = { file: string; line: number; text: string };

export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name));

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

function* childrenOf(node: Node): Generator<Node> {
  for (const value of Object.values(node))
    if (isNode(value)) yield value;
    else if (Array.isArray(value)) yield* value.filter(isNode);
}

/** The text of a literal; `{}` for what is put into it. */
function textIn(node: Node | undefined): string | null {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "JSXText") return String(node.value).replace(/\s+/g, " ").trim();
  if (node?.type !== "TemplateLiteral") return null;
  return (node.quasis as { value: { cooked: string } }[]).map((one) => one.value.cooked).join("{}");
}

const nameOf = (callee: Node): string =>
  callee.type === "MemberExpression"
    ? `${nameOf(callee.object as Node)}.${nameOf(callee.property as Node)}`
    : String(callee.name ?? "");

const isSaid = (callee: Node): boolean =>
  /^(say|say\.rich|phrase)$/.test(nameOf(callee)) || isSayHere(callee) || isSayHere(callee.object);
/** `(await sayHere())("…")` */
const isSayHere = (node: unknown): boolean =>
  isNode(node) &&
  ((node.type === "ParenthesizedExpression" && isSayHere(node.expression)) ||
    (node.type === "AwaitExpression" && nameOf((node.argument as Node).callee as Node) === "sayHere"));

type Source = { tree: Node; at(node: Node, text: string): Found };

function read(file: string): Source {
  const source = readFileSync(file, "utf8");
  const at = (node: Node, text: string) => ({ file, line: source.slice(0, node.start).split("\n").length, text });
  return { tree: parseSync(file, source).program as unknown as Node, at };
}

/** What is said in the reader's language. */
export function saidIn(file: string): Found[] {
  const { tree, at } = read(file);
  const said: Found[] = [];
  const visit = (node: Node): void => {
    const text = node.type === "CallExpression" ? textIn((node.arguments as Node[])[0]) : null;
    if (text !== null && isSaid(node.callee as Node)) said.push(at(node, text));
    for (const child of childrenOf(node)) visit(child);
  };
  visit(tree);
  return said;
}

/** What the server tells in English, whole sentences and what goes on from the name of a field. */
export function toldIn(file: string): Found[] {
  const { tree, at } = read(file);
  const told: Found[] = [];
  const visit = (node: Node): void => {
    if (/^(Import|TS(Type|Interface))/.test(node.type)) return;
    if (node.type === "BinaryExpression" && /^[!=]==?$/.test(String(node.operator))) return;
    const text = textIn(node);
    if (text !== null && /\p{L}.* |^[^ ]* \p{L}/u.test(text)) told.push(at(node, text));
    for (const child of childrenOf(node)) visit(child);
  };
  visit(tree);
  return told;
}

const spokenFields =
  /^(title|label|placeholder|alt|help|description|aria-label|hint|note|summary|heading|empty|action)$/;
/** Not for people's eyes, whatever it looks like. */
const silent =
  /^(className|class|href|src|id|key|name|value|type|path|d|style|rel|method|autoComplete|accept|pattern|inputMode|dataKey)$|^data-/;
const silentCalls =
  /^(cn|fetch|fetchJson|Error|RegExp|URL|Set|Map|log\(\).*|console\..*|.*querySelector.*|.*\.(test|exec|split|join|replace|replaceAll|startsWith|endsWith|includes|get|has|set|append|getItem|setItem|addEventListener|removeEventListener|matchMedia|dispatchEvent))$/;

const word = /\p{L}{2}/u;
const sentence = /^["“(]?\p{Lu}[\p{L}’'-]*[ ,.:…?!].*\p{L}|\p{Ll}{2,} (\{\} )?\p{Ll}{2,}.*[.?!…]$/u;
/** `{} more requests`: something is put into words. */
const filled = /\{\}.* ?\p{Ll}{3,}( |$)|(^|[ >])\p{L}{3,} \{\}/u;

/** What reads like words for people and is not said so. */
export function hardCodedIn(file: string): Found[] {
  const { tree, at } = read(file);
  const hardCoded: Found[] = [];
  const visit = (node: Node, spoken: boolean): void => {
    switch (node.type) {
      case "ImportDeclaration":
      case "ExportAllDeclaration":
      case "TSTypeAnnotation":
      case "TSTypeAliasDeclaration":
      case "TSInterfaceDeclaration":
      case "TSTypeParameterInstantiation":
      case "TSAsExpression":
        if (node.type === "TSAsExpression") visit(node.expression as Node, spoken);
        return;
      case "CallExpression":
      case "NewExpression": {
        const callee = node.callee as Node;
        const [first, ...rest] = node.arguments as Node[];
        if (isSaid(callee) && textIn(first) !== null) {
          for (const one of rest) visit(one, false);
          return;
        }
        visit(callee, false);
        if (silentCalls.test(nameOf(callee))) return;
        for (const one of node.arguments as Node[]) visit(one, false);
        return;
      }
      case "BinaryExpression":
        // What is compared is a word of the code.
        if (/^[!=]==?$/.test(String(node.operator))) return;
        break;
      case "JSXAttribute": {
        const name = nameOf(node.name as Node);
        if (node.value === null || silent.test(name)) return;
        visit(node.value as Node, spokenFields.test(name));
        return;
      }
      case "Property": {
        const key = node.key as Node;
        const name = nameOf(key) || String(key.value ?? "");
        if (silent.test(name) && name !== "value") return;
        visit(node.value as Node, spokenFields.test(name));
        return;
      }
      case "JSXText":
      case "Literal":
      case "TemplateLiteral": {
        const text = textIn(node);
        const isWords =
          text !== null &&
          word.test(text.replaceAll("{}", "")) &&
          (node.type === "JSXText" || spoken
            ? !/^[a-z]+(-[a-z]+)*$/.test(text) || node.type === "JSXText"
            : sentence.test(text) ||
              (node.type === "TemplateLiteral" &&
                text.includes("{}") &&
                !/[/#=[\]]|^\{\}-\w+$/.test(text) &&
                filled.test(text)));
        if (isWords) hardCoded.push(at(node, text));
        if (node.type === "TemplateLiteral") for (const one of node.expressions as Node[]) visit(one, false);
        return;
      }
      case "ConditionalExpression":
        visit(node.test as Node, false);
        visit(node.consequent as Node, spoken);
        visit(node.alternate as Node, spoken);
        return;
      case "JSXExpressionContainer":
        visit(node.expression as Node, spoken);
        return;
    }
    for (const child of childrenOf(node)) visit(child, node.type === "LogicalExpression" ? spoken : false);
  };
  visit(tree, false);
  return hardCoded;
}

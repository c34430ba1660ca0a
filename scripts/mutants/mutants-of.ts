import { parseAst } from "vitest/node";
import { loosenedPatterns } from "@/scripts/mutants/loosened-patterns";

/** One change of one file; `change` names it and stays the same when lines move. */
export type Mutant = { file: string; line: number; change: string; text: string };

type Node = { type: string; start: number; end: number; [key: string]: unknown };
type Edit = { start: number; end: number; by: string };

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && "start" in value && "end" in value;
const nodesOf = (value: unknown): Node[] =>
  Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];
const nodeOf = (value: unknown): Node => {
  const [node] = nodesOf(value);
  if (!node) throw new Error("the parser left out what a mutant is made of");
  return node;
};

const OPERATORS: Record<string, string[]> = {
  "===": ["!=="],
  "!==": ["==="],
  "==": ["!="],
  "!=": ["=="],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "+": ["-"],
  "-": ["+"],
};
const OTHER_METHODS: Record<string, string> = { some: "every", every: "some", startsWith: "endsWith" };
const LEFT_OUT_METHODS = /^(filter|toSorted|toUpperCase|toLowerCase|trim|padStart)$/;

/** What a person reads may change freely; a value of the gateway's language has two words at most. */
const isSentence = (text: string): boolean => text.split(" ").length > 2;

class Editor {
  constructor(private readonly source: string) {}

  textOf = (node: Node): string => this.source.slice(node.start, node.end);
  put = (node: Node, ...texts: string[]): Edit[] => texts.map((by) => ({ start: node.start, end: node.end, by }));

  /** Each of a list taken out, with the comma before or after it. */
  without = (list: Node[]): Edit[] =>
    list.map(({ start, end }, at) => {
      const [before, after] = [list[at - 1], list[at + 1]];
      if (after) return { start, end: after.start, by: "" };
      const comma = /^\s*,/.exec(this.source.slice(end))?.[0] ?? "";
      return { start: before ? before.end : start, end: end + (before ? 0 : comma.length), by: "" };
    });

  /** A binary expression with another operator. */
  joined = ({ left, right, start, end }: Node, operators: string[]): Edit[] =>
    operators.map((operator) => ({
      start,
      end,
      by: `(${this.textOf(nodeOf(left))} ${operator} ${this.textOf(nodeOf(right))})`,
    }));
}

const EDITS: Record<string, (node: Node, editor: Editor) => Edit[]> = {
  BinaryExpression: (node, { joined }) => joined(node, OPERATORS[String(node.operator)] ?? []),
  LogicalExpression: (node, { joined, put, textOf }) => {
    const left = put(node, textOf(nodeOf(node.left)));
    if (node.operator === "??") return left;
    return [...joined(node, [node.operator === "&&" ? "||" : "&&"]), ...left, ...put(node, textOf(nodeOf(node.right)))];
  },
  UnaryExpression: (node, { put, textOf }) => (node.operator === "!" ? put(node, textOf(nodeOf(node.argument))) : []),
  ConditionalExpression: (node, { put, textOf }) => {
    const [test, yes, no] = [node.test, node.consequent, node.alternate].map((part) => textOf(nodeOf(part)));
    return put(node, `(${test} ? ${no} : ${yes})`);
  },
  IfStatement: (node, { put }) => [
    ...put(nodeOf(node.test), "true"),
    ...(nodesOf(node.alternate).length > 0 ? put(nodeOf(node.test), "false") : put(node, ";")),
  ],
  ExpressionStatement: (node, { put }) => put(node, ";"),
  SwitchCase: (node, { put }) => put(node, ""),
  ArrayExpression: (node, { without }) => without(nodesOf(node.elements)),
  ObjectExpression: (node, { without }) => without(nodesOf(node.properties)),
  CallExpression: (node, { put, textOf }) => {
    const callee = nodeOf(node.callee);
    if (callee.type !== "MemberExpression") return [];
    const method = nodeOf(callee.property);
    const other = OTHER_METHODS[textOf(method)];
    if (other) return put(method, other);
    return LEFT_OUT_METHODS.test(textOf(method)) ? put(node, textOf(nodeOf(callee.object))) : [];
  },
  Literal: (node, { put }) => {
    const { value, regex } = node;
    if (typeof value === "number") return put(node, String(value + 1), ...(value > 0 ? [String(value - 1)] : []));
    if (typeof value === "boolean") return put(node, String(!value));
    if (typeof value === "string") return isSentence(value) ? [] : put(node, value === "" ? '"mutant"' : '""');
    const { pattern, flags } = (regex ?? {}) as { pattern?: string; flags?: string };
    return pattern === undefined ? [] : put(node, ...loosenedPatterns(pattern, flags ?? ""));
  },
};

const IS_TYPE = /^TS(?!As|Satisfies|NonNull)|^Import/;
const OF_TYPES = new Set(["typeAnnotation", "returnType", "typeParameters", "typeArguments"]);

/** All nodes that are there when the program runs, from the outside to the inside. */
function running(node: Node): Node[] {
  if (IS_TYPE.test(node.type)) return [];
  const children = Object.entries(node).flatMap(([key, value]) => {
    const isName = key === "key" && !node.computed;
    return OF_TYPES.has(key) || isName ? [] : nodesOf(value);
  });
  return [node, ...children.flatMap(running)];
}

const AROUND = 40;
const oneLine = (text: string): string => text.replace(/\s+/g, " ");

/** What is put in the place of what, with as much of the line on both sides as tells it from the others. */
function changeOf(source: string, { start, end, by }: Edit): string {
  const before = /[^\n]*$/.exec(source.slice(0, start))?.[0].trimStart() ?? "";
  const after = /^[^\n]*/.exec(source.slice(end))?.[0] ?? "";
  const ahead = before.length > AROUND ? `…${before.slice(-AROUND)}` : before;
  const behind = after.length > AROUND ? `${after.slice(0, AROUND)}…` : after;
  const [was, is] = [source.slice(start, end), by].map((text) => `\`${ahead}${oneLine(text)}${behind}\``);
  return `${was} → ${is}`;
}

/** Every program that differs from this one in one operator, constant, branch, statement or entry. */
export function mutantsOf(file: string, source: string): Mutant[] {
  const editor = new Editor(source);
  const program = nodeOf(parseAst(source, { lang: "ts" }));
  const seen = new Set([source]);
  return running(program).flatMap((node) =>
    (EDITS[node.type]?.(node, editor) ?? []).flatMap((edit) => {
      const text = source.slice(0, edit.start) + edit.by + source.slice(edit.end);
      if (seen.has(text)) return [];
      seen.add(text);
      const line = source.slice(0, edit.start).split("\n").length;
      return [{ file, line, change: changeOf(source, edit), text }];
    }),
  );
}

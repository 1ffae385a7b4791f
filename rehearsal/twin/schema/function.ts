import { declarations, members } from "./declarations.ts";
import { commentBefore, subjectDoc } from "./docs.ts";
import { toMembers } from "./members.ts";
import { record } from "./records.ts";
import { parseType } from "./type-expression.ts";
import type { FunctionSchema, Member } from "./types.ts";

const CALL =
  /function (\w+)\(([^)]*)\) \{(?:(?!\nfunction )[\s\S])*?pulumi\.runtime\.(invoke|invokeSingle)\("([^"]+)", (\{[\s\S]*?\}), /g;

/** Whether a script is the one that calls the function. */
export function callsFunction(script: string, token: string): boolean {
  return script.includes(`("${token}", {`);
}

/** Reads the schema of one function; undefined where the text is not what generators write. */
export function readFunction(
  token: string,
  packageName: string,
  script: string,
  declaration: string,
): FunctionSchema | undefined {
  const call = [...script.matchAll(CALL)].find((match) => match[4] === token);
  const signature = call && signatureOf(call[1] ?? "", declaration);
  if (!signature) return undefined;
  const sent = [...(call[5] ?? "").matchAll(/^ +"([^"]+)":/gm)].map((match) => match[1] ?? "");
  const args = pick(sent, argumentsOf(signature.parameters, declaration, packageName));
  const body = bodyOf(signature.result, declaration);
  const result = body ? toMembers(body, packageName) : [];
  const resultType = body
    ? ({ kind: "map", element: { kind: "any" } } as const)
    : parseType(signature.result, packageName);
  if (!args || !result || !resultType) return undefined;
  const { deprecated } = subjectDoc(commentBefore(declaration, signature.start));
  return {
    token,
    single: call[3] === "invokeSingle",
    args: record(args),
    result: record(result),
    resultType,
    ...(deprecated !== undefined && { deprecated }),
  };
}

interface Signature {
  readonly start: number;
  readonly parameters: string;
  readonly result: string;
}

function signatureOf(name: string, text: string): Signature | undefined {
  const header = `export declare function ${name}(`;
  const start = text.indexOf(header);
  if (start < 0) return undefined;
  const match = /^([\s\S]*?)\): Promise<([\s\S]*?)>;$/m.exec(text.slice(start + header.length));
  return match ? { start, parameters: match[1] ?? "", result: match[2] ?? "" } : undefined;
}

function argumentsOf(parameters: string, text: string, packageName: string): ReturnType<typeof toMembers> {
  const args = /^args\??: (\w+)/.exec(parameters)?.[1];
  const body = args === undefined ? undefined : bodyOf(args, text);
  // few functions take their arguments one by one; written with `;` a parameter list is a body
  return toMembers(body ?? members(`${parameters.replace(/, (?=\w+\??: )/g, ";\n")};}`, 0), packageName);
}

function bodyOf(name: string, text: string): ReturnType<typeof members> | undefined {
  const found = declarations(text).find((it) => it.kind === "interface" && it.name === name);
  return found && members(text, found.bodyStart);
}

function pick(
  names: readonly string[],
  from: readonly (readonly [string, Member])[] | undefined,
): readonly (readonly [string, Member])[] | undefined {
  const byName = new Map(from);
  const picked = names.map((name) => [name, byName.get(name)] as const);
  return picked.every((it): it is readonly [string, Member] => it[1] !== undefined) ? picked : undefined;
}

import { type Assignment, type ConstructorFacts, readConstructor } from "./constructor.ts";
import { type Declaration, type DeclaredMember, declarations, members } from "./declarations.ts";
import { commentBefore, subjectDoc } from "./docs.ts";
import { toMember } from "./members.ts";
import { record } from "./records.ts";
import { parseType } from "./type-expression.ts";
import type { InputProperty, OutputProperty, ResourceSchema } from "./types.ts";

/** Whether a script is the one that declares the token. */
export function declaresResource(script: string, token: string): boolean {
  return script.includes(`__pulumiType = '${token.replace(/^pulumi:providers:/, "")}'`);
}

/** Reads the schema of one resource; undefined where the text is not what generators write. */
export function readResource(
  token: string,
  packageName: string,
  script: string,
  declaration: string,
): ResourceSchema | undefined {
  const facts = readConstructor(script);
  if (!facts || tokenOf(facts) !== token) return undefined;
  const found = declarations(declaration);
  const owner = found.find((it) => it.kind === "class");
  const args = found.find((it) => it.name === `${owner?.name}Args`);
  if (!owner) return undefined;
  const inputs = readInputs(facts, args ? bodyOf(args, declaration) : [], packageName);
  const outputs = readOutputs(facts, bodyOf(owner, declaration), packageName);
  if (!inputs || !outputs) return undefined;
  return {
    token,
    kind: facts.kind,
    inputs,
    outputs,
    additionalSecretOutputs: facts.additionalSecretOutputs,
    replaceOnChanges: facts.replaceOnChanges,
    aliases: facts.aliases,
    ...subjectDoc(commentBefore(declaration, owner.start)),
  };
}

function tokenOf(facts: ConstructorFacts): string {
  return facts.kind === "provider" ? `pulumi:providers:${facts.pulumiType}` : facts.pulumiType;
}

function bodyOf(of: Declaration, text: string): DeclaredMember[] {
  return members(text, of.bodyStart);
}

function readInputs(
  facts: ConstructorFacts,
  declared: readonly DeclaredMember[],
  packageName: string,
): ResourceSchema["inputs"] | undefined {
  const byName = new Map(declared.map((it) => [it.name, it]));
  // what one file says and the other does not is a sign of a text we only half understand
  if (![...facts.required, ...byName.keys()].every((name) => facts.inputs.has(name))) return undefined;
  const inputs: [string, InputProperty][] = [];
  for (const [name, assignment] of facts.inputs) {
    const property = input(name, byName.get(name), assignment, facts, packageName);
    if (!property) return undefined;
    inputs.push([name, property]);
  }
  return record(inputs);
}

function input(
  name: string,
  declared: DeclaredMember | undefined,
  assignment: Assignment,
  facts: ConstructorFacts,
  packageName: string,
): InputProperty | undefined {
  const member = declared && toMember(declared, packageName);
  return member && { ...member, required: member.required || facts.required.has(name), ...assignment };
}

function readOutputs(
  facts: ConstructorFacts,
  declared: readonly DeclaredMember[],
  packageName: string,
): ResourceSchema["outputs"] | undefined {
  const outputs: [string, OutputProperty][] = [];
  for (const one of declared) {
    if (!one.readonly) continue;
    const type = parseType(one.type, packageName);
    if (!type || !(facts.inputs.has(one.name) || facts.computed.has(one.name))) return undefined;
    outputs.push([one.name, { type, computed: !facts.inputs.has(one.name) }]);
  }
  return record(outputs);
}

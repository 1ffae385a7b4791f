import { HIDDEN_FORM, textOf, toJson } from "../../wire/json.ts";
import type { CheckRequest, CheckResult, DiffResult, InvokeResult, Provider, ReadResult } from "../../wire/provider.ts";
import { ProviderError } from "../../wire/provider.ts";
import { containsSecret, equal, type Properties, Secret, UNKNOWN, type Value } from "../../wire/value.ts";
import { compare } from "../plan/diff.ts";
import type { ResourceState } from "../resource.ts";
import { randomUuidFrom } from "./ids.ts";

export const STACK_REFERENCE = "pulumi:pulumi:StackReference";
const STASH = "pulumi:index:Stash";

export interface BuiltinOptions {
  /** The outputs of another stack, `organization/project/stack`; undefined if there is none. */
  readonly stackOutputs: (name: string) => Properties | undefined;
  /** A resource of this operation by URN. */
  readonly find: (urn: string) => ResourceState | undefined;
  readonly seed: string;
}

/** The package `pulumi`, which lives in the engine: references to other stacks, stashes, look-ups by URN. */
export function makeBuiltin(options: BuiltinOptions): Provider {
  return {
    checkConfig: ({ news }) => Promise.resolve({ inputs: news, failures: [] }),
    diffConfig: () => Promise.resolve(NO_CHANGE),
    configure: () => Promise.resolve(),
    check: (request) => Promise.resolve(check(request)),
    diff: ({ type, oldInputs, news }) => Promise.resolve(diff(type, oldInputs, news)),
    create: (request) => Promise.resolve(create(options, request)),
    update: ({ news, oldOutputs }) => Promise.resolve({ properties: { ...oldOutputs, input: news["input"] ?? null } }),
    read: (request) => Promise.resolve(read(options, request)),
    delete: () => Promise.resolve(),
    invoke: ({ token, args }) => Promise.resolve(invoke(options, token, args)),
    call: ({ token }) => Promise.reject(new ProviderError("unimplemented", `no method ${token}`)),
    cancel: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

const NO_CHANGE: DiffResult = { changes: "none", replaces: [], diffs: [], stables: [], deleteBeforeReplace: false };

function check({ type, news }: CheckRequest): CheckResult {
  const failures = [];
  if (type === STACK_REFERENCE) {
    for (const key of Object.keys(news)) {
      if (key !== "name") failures.push({ property: key, reason: `unknown property "${key}"` });
    }
    const name = news["name"];
    if (name === undefined) failures.push({ property: "name", reason: 'missing required property "name"' });
    else if (typeof name !== "string" && name !== UNKNOWN) {
      failures.push({ property: "name", reason: 'property "name" must be a string' });
    }
  } else if (type === STASH) {
    if (news["input"] === undefined) failures.push({ property: "input", reason: 'missing required property "input"' });
  } else throw new ProviderError("notFound", `unrecognized resource type ${type}`);
  return { inputs: news, failures };
}

function diff(type: string, olds: Properties, news: Properties): DiffResult {
  if (equal(olds, news)) return NO_CHANGE;
  const diffs = [...new Set([...Object.keys(olds), ...Object.keys(news)])]
    .filter((key) => !equal(olds[key], news[key]))
    .sort();
  return {
    ...NO_CHANGE,
    changes: "some",
    diffs,
    replaces: type === STACK_REFERENCE ? ["name"] : [],
    detailedDiff: compare(olds, news),
  };
}

function create(
  options: BuiltinOptions,
  request: Parameters<Provider["create"]>[0],
): { id: string; properties: Properties } {
  const { type, properties, urn, preview } = request;
  if (type === STACK_REFERENCE) {
    const outputs = stackReference(options, properties["name"] as Value);
    return { id: preview ? "" : spelled(properties["name"]), properties: outputs };
  }
  const input = properties["input"] ?? null;
  return { id: preview ? "" : randomUuidFrom(options.seed, urn, "stash"), properties: { input, output: input } };
}

function read(options: BuiltinOptions, { type, id, inputs, state }: Parameters<Provider["read"]>[0]): ReadResult {
  if (type === STACK_REFERENCE) {
    for (const key of Object.keys(inputs ?? {})) {
      if (key !== "name") throw new ProviderError("invalidArgument", `unknown property "${key}"`);
    }
    return {
      id,
      properties: stackReference(options, inputs?.["name"] ?? id),
      inputs: { name: inputs?.["name"] ?? id },
    };
  }
  return { id, properties: state ?? {}, ...(inputs && { inputs }) };
}

function stackReference(options: BuiltinOptions, name: Value): Properties {
  if (name === UNKNOWN) return { name, outputs: UNKNOWN, secretOutputNames: UNKNOWN };
  const outputs = options.stackOutputs(spelled(name));
  if (!outputs) throw new ProviderError("notFound", `unknown stack "${spelled(name)}"`);
  const secretOutputNames = Object.keys(outputs)
    .filter((key) => containsSecret(outputs[key] as Value))
    .sort();
  return { name, outputs, secretOutputNames };
}

function invoke(options: BuiltinOptions, token: string, args: Properties): InvokeResult {
  if (token === "pulumi:pulumi:getResource") return { result: getResource(options, args), failures: [] };
  if (token === "pulumi:pulumi:readStackOutputs") {
    const outputs = options.stackOutputs(spelled(args["name"]));
    if (!outputs) throw new ProviderError("notFound", `unknown stack "${spelled(args["name"])}"`);
    return { result: { name: args["name"] ?? null, outputs }, failures: [] };
  }
  throw new ProviderError("notFound", `unrecognized function name: '${token}'`);
}

function getResource(options: BuiltinOptions, args: Properties): Properties {
  const given = args["urn"];
  const urn = given instanceof Secret ? given.value : given;
  const state = options.find(spelled(urn));
  if (!state) throw new ProviderError("notFound", `unknown resource ${spelled(urn)}`);
  return { urn: state.urn, ...(state.id && { id: state.id }), provider: state.provider, state: state.outputs };
}

const spelled = (value: Value | undefined): string =>
  typeof value === "string" ? value : textOf(toJson(value ?? null, HIDDEN_FORM));

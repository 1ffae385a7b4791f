import type {
  CheckRequest,
  CheckResult,
  CreateRequest,
  CreateResult,
  DeleteRequest,
  DiffRequest,
  DiffResult,
  InvokeRequest,
  InvokeResult,
  OpenRequest,
  Provider,
  ProviderSource,
  ReadRequest,
  ReadResult,
  UpdateRequest,
  UpdateResult,
} from "../../wire/provider.ts";
import { equal, type Properties, UNKNOWN, type Value } from "../../wire/value.ts";

type ConfigRequest = Parameters<Provider["checkConfig"]>[0];
type DiffConfigRequest = Parameters<Provider["diffConfig"]>[0];
type ConfigureRequest = Parameters<Provider["configure"]>[0];
type Rule<Request, Result> = (request: Request, plain: () => Result, place: string) => Result | Promise<Result>;

/** What a test scripts; `plain` is what the cloud would do without the rule. */
export interface Rules {
  checkConfig?: Rule<ConfigRequest, CheckResult>;
  diffConfig?: Rule<DiffConfigRequest, DiffResult>;
  configure?: Rule<ConfigureRequest, void>;
  check?: Rule<CheckRequest, CheckResult>;
  diff?: Rule<DiffRequest, DiffResult>;
  create?: Rule<CreateRequest, CreateResult>;
  update?: Rule<UpdateRequest, UpdateResult>;
  read?: Rule<ReadRequest, ReadResult | undefined>;
  delete?: Rule<DeleteRequest, void>;
  invoke?: Rule<InvokeRequest, InvokeResult>;
  call?: Rule<InvokeRequest, InvokeResult>;
}
export interface Call {
  readonly method: keyof Rules;
  readonly request: unknown;
  /** The `place` of the configuration of the instance that was asked. */
  readonly place: string;
}
interface Held {
  readonly type: string;
  readonly properties: Properties;
}

/** A cloud in memory. Inputs that begin with `force` replace, with `forceFirst` they delete first. */
export class MemoryCloud implements ProviderSource {
  readonly objects = new Map<string, Held>();
  readonly calls: Call[] = [];
  readonly opened: OpenRequest[] = [];
  rules: Rules;
  cancels = 0;
  #made = 0;

  constructor(rules: Rules = {}) {
    this.rules = rules;
  }

  /** Methods called, with the name of the resource where there is one. */
  log(...methods: readonly (keyof Rules)[]): string[] {
    return this.calls.flatMap(({ method, request }) => {
      const { name } = request as { readonly name?: string };
      return methods.includes(method) ? [name ? `${method} ${name}` : method] : [];
    });
  }

  open(request: OpenRequest): Promise<Provider> {
    this.opened.push(request);
    let place = "";
    const ask = async <Request, Result>(
      method: keyof Rules,
      rule: Rule<Request, Result> | undefined,
      given: Request,
      plain: () => Result,
    ): Promise<Result> => {
      this.calls.push({ method, request: given, place });
      return await (rule ? rule(given, plain, place) : plain());
    };
    return Promise.resolve({
      checkConfig: (given) =>
        ask("checkConfig", this.rules.checkConfig, given, () => ({ inputs: given.news, failures: [] })),
      diffConfig: (given) =>
        ask("diffConfig", this.rules.diffConfig, given, () => difference(given.oldInputs ?? {}, given.news)),
      configure: (given) => {
        place = typeof given.args["place"] === "string" ? given.args["place"] : "";
        return ask("configure", this.rules.configure, given, () => undefined);
      },
      check: (given) => ask("check", this.rules.check, given, () => ({ inputs: given.news, failures: [] })),
      diff: (given) => ask("diff", this.rules.diff, given, () => difference(given.oldInputs, given.news)),
      create: (given) => ask("create", this.rules.create, given, () => this.#create(given)),
      update: (given) => ask("update", this.rules.update, given, () => this.#update(given)),
      read: (given) => ask("read", this.rules.read, given, () => this.#read(given)),
      delete: (given) => ask("delete", this.rules.delete, given, () => void this.objects.delete(given.id)),
      invoke: (given) => ask("invoke", this.rules.invoke, given, () => ({ result: given.args, failures: [] })),
      call: (given) => ask("call", this.rules.call, given, () => ({ result: {}, failures: [] })),
      cancel: () => {
        this.cancels++;
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    });
  }

  #create({ name, type, properties, preview }: CreateRequest): CreateResult {
    if (preview) return { id: "", properties: { ...properties, made: UNKNOWN } };
    const id = `${name}-${++this.#made}`;
    const held = { ...properties, made: id };
    this.objects.set(id, { type, properties: held });
    return { id, properties: held };
  }

  #update({ id, type, news, preview }: UpdateRequest): UpdateResult {
    const properties = { ...news, made: id };
    if (!preview) this.objects.set(id, { type, properties });
    return { properties };
  }

  #read({ id }: ReadRequest): ReadResult | undefined {
    const held = this.objects.get(id);
    if (!held) return undefined;
    const { made: _, ...inputs } = held.properties;
    return { id, properties: held.properties, inputs };
  }
}

function difference(olds: Properties, news: Properties): DiffResult {
  const keys = [...new Set([...Object.keys(olds), ...Object.keys(news)])];
  const diffs = keys.filter((key) => !equal(olds[key], news[key] as Value | undefined)).sort();
  return {
    changes: diffs.length > 0 ? "some" : "none",
    diffs,
    replaces: diffs.filter((key) => key.startsWith("force") || key === "region"),
    stables: [],
    deleteBeforeReplace: diffs.some((key) => key.startsWith("forceFirst")),
  };
}

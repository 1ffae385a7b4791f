import type {
  CheckRequest,
  CheckResult,
  CreateRequest,
  DiffRequest,
  DiffResult,
  OpenRequest,
  Provider,
  ProviderSource,
} from "../../wire/provider.ts";
import { UNKNOWN_STRING } from "../../wire/signatures.ts";
import { formatReference, isProviderType, packageOf, parseReference, typeOf } from "../../wire/urn.ts";
import { containsUnknown, equal, type Properties, Secret, unwrapSecrets, type Value } from "../../wire/value.ts";
import type { Base } from "../base.ts";
import { INTERNAL_KEY, withoutInternal } from "../plan/provider-change.ts";
import type { ResourceState } from "../resource.ts";
import type { Providers, ResourceLife } from "../run.ts";
import { randomUuidFrom } from "./ids.ts";
import { UnconfiguredProvider } from "./unconfigured.ts";

export interface RegistryOptions {
  readonly source: ProviderSource;
  readonly builtin: Provider;
  readonly base: Base;
  readonly preview: boolean;
  readonly seed: string;
  readonly log: OpenRequest["log"];
  readonly onVersion: (pkg: string, version: string) => void;
}

/** One running, configured provider for each reference; and the life of the provider resources themselves. */
export class Registry implements ResourceLife, Providers {
  readonly #options: RegistryOptions;
  readonly #configured = new Map<string, Promise<Provider>>();
  readonly #checked = new Map<string, Provider>();
  /** Former URN to new. */
  readonly #aliases = new Map<string, string>();
  readonly #opened = new Set<Provider>();

  constructor(options: RegistryOptions) {
    this.#options = options;
  }

  /** The instance that a registered provider resource stands for. */
  async get(reference: string): Promise<Provider> {
    const provider = this.#find(reference);
    if (!provider) return await this.ensure(reference);
    return await provider;
  }
  knows(reference: string): boolean {
    return this.#find(reference) !== undefined;
  }
  /** The same, started from the old state where the program has not registered it. */
  async ensure(reference: string): Promise<Provider> {
    const running = this.#find(reference);
    if (running) return await running;
    const { urn, id } = parseReference(reference);
    const entry = this.#options.base.all(urn).find((state) => state.id === id);
    if (!entry) throw new Error(`unknown provider '${reference}'`);
    this.same(entry);
    return await (this.#find(reference) as Promise<Provider>);
  }
  /** Makes sure that an old entry can be deleted later. */
  async ensureFor(state: ResourceState): Promise<void> {
    if (state.provider) await this.ensure(state.provider);
  }
  asNewResource(): Registry {
    return this;
  }
  /** For a provider entry of the old state that nobody registered yet. */
  asOldResource(state: ResourceState): ResourceLife {
    this.same(state);
    return this;
  }
  /** Whether the provider's configuration is not known yet, so that it cannot answer. */
  isUnknown(reference: string): boolean {
    return this.#unknown.has(reference);
  }
  readonly #unknown = new Set<string>();

  alias(urn: string, former: string): void {
    if (isProviderType(typeOf(urn))) this.#aliases.set(former, urn);
  }

  async check({ urn, type, oldInputs, news }: CheckRequest): Promise<CheckResult> {
    const provider = await this.#open(packageOf(type), news);
    const config = { urn, oldInputs: oldInputs && withoutInternal(oldInputs), oldOutputs: undefined };
    const asked = withoutInternal(news);
    const { inputs, failures } = await provider.checkConfig({ ...config, news: asked });
    if (failures.length > 0) return { inputs: news, failures };
    this.#checked.set(urn, provider);
    const internal = news[INTERNAL_KEY];
    const version = asked["version"];
    if (version !== undefined && inputs["version"] !== undefined && !equal(version, inputs["version"])) {
      throw new Error(`provider "${urn}" attempted to change version`);
    }
    const kept = remarkSecrets(asked, { ...inputs, ...(version !== undefined && { version }) });
    return { inputs: { ...kept, ...(internal !== undefined && { [INTERNAL_KEY]: internal }) }, failures: [] };
  }

  async diff({ urn, id, oldInputs, oldOutputs, news }: DiffRequest): Promise<DiffResult> {
    const provider = this.#checked.get(urn) ?? (await this.#find(formatReference({ urn, id })));
    if (!provider) throw new Error(`provider ${urn} was not checked`);
    const asked = withoutInternal(news);
    const diff = await provider.diffConfig({ urn, id, oldInputs: withoutInternal(oldInputs), oldOutputs, news: asked });
    if (diff.changes !== "unknown") return diff;
    const same = equal(unwrapSecrets(oldOutputs), unwrapSecrets(asked));
    return { ...diff, changes: same ? "none" : "some" };
  }

  create({ urn, type, properties, preview }: CreateRequest): Promise<{ id: string; properties: Properties }> {
    const id = preview
      ? UNKNOWN_STRING
      : randomUuidFrom(this.#options.seed, urn, String(this.#options.base.all(urn).map((s) => s.id)));
    this.#configure(urn, type, id, properties);
    return Promise.resolve({ id: preview ? "" : id, properties: withoutInternal(properties) });
  }

  update({ urn, type, id, news }: Parameters<Provider["update"]>[0]): Promise<{ properties: Properties }> {
    this.#configure(urn, type, id, news);
    return Promise.resolve({ properties: withoutInternal(news) });
  }

  delete(): Promise<void> {
    return Promise.resolve();
  }

  /** Starts the instance of an entry that stays as it is; once for each reference. */
  same(state: ResourceState): void {
    const reference = formatReference(state);
    if (!this.#find(reference)) this.#configure(state.urn, state.type, state.id, state.inputs);
  }

  async cancel(): Promise<void> {
    await Promise.all([...this.#opened].map((provider) => provider.cancel()));
  }
  async close(): Promise<void> {
    await Promise.all([...this.#opened].map((provider) => provider.close()));
    this.#opened.clear();
  }

  #find(reference: string): Promise<Provider> | undefined {
    const direct = this.#configured.get(reference);
    if (direct) return direct;
    const { urn, id } = parseReference(reference);
    const now = this.#aliases.get(urn);
    return now === undefined ? undefined : this.#configured.get(formatReference({ urn: now, id }));
  }

  #configure(urn: string, type: string, id: string, inputs: Properties): void {
    const reference = formatReference({ urn, id });
    const start = async (): Promise<Provider> => {
      const provider = this.#checked.get(urn) ?? (await this.#open(packageOf(type), inputs));
      this.#checked.delete(urn);
      const args = withoutInternal(inputs);
      if (containsUnknown(args)) {
        this.#unknown.add(reference);
        return new UnconfiguredProvider(provider);
      }
      await provider.configure({ urn, id, args });
      return provider;
    };
    const started = start();
    // a configuration that fails is told by the first resource that needs it
    started.catch(() => undefined);
    this.#configured.set(reference, started);
  }

  async #open(pkg: string, inputs: Properties): Promise<Provider> {
    if (pkg === "pulumi") return this.#options.builtin;
    const provider = await this.#options.source.open({ ...openRequest(pkg, inputs), log: this.#options.log });
    this.#opened.add(provider);
    if (provider.version) this.#options.onVersion(pkg, provider.version);
    return provider;
  }
}

function openRequest(pkg: string, inputs: Properties): Omit<OpenRequest, "log"> {
  const internal = (inputs[INTERNAL_KEY] ?? {}) as { readonly [key: string]: Value };
  const version = inputs["version"];
  const url = internal["pluginDownloadURL"];
  const named = internal["name"];
  const parameterization = internal["parameterization"] as
    | { readonly version?: string; readonly value?: string }
    | undefined;
  return {
    package: typeof named === "string" ? named : pkg,
    ...(typeof version === "string" && { version }),
    ...(typeof url === "string" && { pluginDownloadURL: url }),
    ...(parameterization && {
      parameterization: {
        name: pkg,
        version: parameterization.version ?? "",
        value: Buffer.from(parameterization.value ?? "", "base64"),
      },
    }),
  };
}

/** The check works on bare values: what was secret before is secret again, by key. */
function remarkSecrets(asked: Properties, answered: Properties): Properties {
  return Object.fromEntries(
    Object.entries(answered).map(([key, value]) => {
      const secret = asked[key] instanceof Secret && !(value instanceof Secret);
      return [key, secret ? new Secret(value) : value];
    }),
  );
}

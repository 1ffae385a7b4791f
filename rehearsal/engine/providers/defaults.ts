import { UNKNOWN_STRING } from "../../wire/signatures.ts";
import { formatReference, providerType } from "../../wire/urn.ts";
import { type Properties, Secret, type Value } from "../../wire/value.ts";
import type { StackConfig } from "../config.ts";
import { INTERNAL_KEY } from "../plan/provider-change.ts";
import { bareGoal, type Goal } from "../resource.ts";
import type { RegisterResult } from "../steps/step.ts";

/** Which build of a package a resource asks for. */
export interface PackageRequest {
  readonly package: string;
  readonly version: string;
  readonly pluginDownloadURL: string;
  readonly parameterization?: {
    readonly baseName: string;
    readonly baseVersion: string;
    readonly name: string;
    readonly version: string;
    readonly value: string;
  };
}

export class DefaultProviderDenied extends Error {
  override readonly name = "DefaultProviderDenied";
  readonly package: string;
  constructor(pkg: string) {
    super(`Default provider for '${pkg}' disabled`);
    this.package = pkg;
  }
}

/** Makes each default provider when it is first needed: one for each package, version and download URL. */
export class DefaultProviders {
  readonly #config: StackConfig;
  readonly #register: (goal: Goal) => Promise<RegisterResult>;
  readonly #made = new Map<string, Promise<string>>();
  readonly #denied: ReadonlySet<string>;
  readonly #plugins: { readonly [pkg: string]: string };

  /** `plugins`: builds known from the last operation, for requests that name none. */
  constructor(
    config: StackConfig,
    plugins: { readonly [pkg: string]: string },
    register: (goal: Goal) => Promise<RegisterResult>,
  ) {
    this.#plugins = plugins;
    this.#config = config;
    this.#register = register;
    this.#denied = new Set(config.disabledDefaultProviders);
  }

  /** The reference of the default provider. */
  async get(asked: PackageRequest): Promise<string> {
    const request = { ...asked, version: asked.version || (this.#plugins[asked.package] ?? "") };
    if (request.package !== "pulumi" && (this.#denied.has("*") || this.#denied.has(request.package))) {
      throw new DefaultProviderDenied(request.package);
    }
    const name = defaultName(request);
    const key = `${request.package}\0${name}`;
    const made = this.#made.get(key) ?? this.#make(request, name);
    this.#made.set(key, made);
    return await made;
  }

  async #make(request: PackageRequest, name: string): Promise<string> {
    const goal = {
      ...bareGoal(providerType(request.package), name, ""),
      custom: true,
      properties: this.#inputs(request),
    };
    const { state, outcome } = await this.#register(goal);
    if (outcome !== "success") throw new Error(`default provider for ${request.package} could not be made`);
    return formatReference({ urn: state.urn, id: state.id || UNKNOWN_STRING });
  }

  #inputs({ package: pkg, version, pluginDownloadURL, parameterization }: PackageRequest): Properties {
    if (pkg === "pulumi") return {};
    const inputs: Record<string, Value> = {};
    for (const { key, value, secret } of this.#config.ofNamespace(pkg))
      inputs[key] = secret ? new Secret(value) : value;
    const internal: Record<string, Value> = {
      ...(pluginDownloadURL && { pluginDownloadURL }),
      ...(parameterization && {
        name: parameterization.baseName,
        parameterization: { version: parameterization.version, value: parameterization.value },
      }),
    };
    const used = parameterization?.baseVersion ?? version;
    // a provider of no particular build keeps nothing for the engine
    return used || Object.keys(internal).length > 0
      ? { ...inputs, ...(used && { version: used }), [INTERNAL_KEY]: internal }
      : inputs;
  }
}

function defaultName({ version, pluginDownloadURL }: PackageRequest): string {
  const parts = ["default"];
  if (version) parts.push(version.replace(/[.+-]/g, "_"));
  if (pluginDownloadURL) parts.push(pluginDownloadURL.replace(/[^A-Za-z0-9]+/g, "_").replace(/^_|_$/g, ""));
  return parts.join("_");
}

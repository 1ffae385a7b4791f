import { formatReference, packageOf, parseReference, typeOf } from "../../wire/urn.ts";
import { type DefaultProviders, type PackageRequest } from "../providers/defaults.ts";
import type { Packages } from "./packages.ts";

export interface Wish {
  readonly type: string;
  readonly provider: string;
  readonly parent: string;
  readonly version: string;
  readonly pluginDownloadURL: string;
  readonly packageRef: string;
}

/** Decides which provider serves a resource or a function. */
export class ProviderChoice {
  readonly #defaults: DefaultProviders;
  readonly #packages: Packages;
  readonly #ofComponent = new Map<string, ReadonlyMap<string, string>>();

  constructor(defaults: DefaultProviders, packages: Packages) {
    this.#defaults = defaults;
    this.#packages = packages;
  }

  /** Providers given to a component serve everything below it that says nothing else. */
  noteComponent(urn: string, parent: string, providers: ReadonlyMap<string, string>): void {
    this.#ofComponent.set(urn, new Map([...(this.#ofComponent.get(parent) ?? []), ...providers]));
  }

  /** The reference named by the request, its own map, or its parent component; empty if none is. */
  explicit(type: string, provider: string, providers: ReadonlyMap<string, string>, parent: string): string {
    const pkg = packageOf(type);
    return provider || providers.get(pkg) || this.#ofComponent.get(parent)?.get(pkg) || "";
  }

  /** The reference to use; makes the default provider if there is no other. */
  async reference({ type, provider, version, pluginDownloadURL, packageRef }: Wish): Promise<string> {
    if (provider) return formatReference(parseReference(provider));
    const asked: PackageRequest = packageRef
      ? this.#packages.get(packageRef)
      : { package: packageOf(type), version, pluginDownloadURL };
    return await this.#defaults.get(asked);
  }
}

/** A resource takes its parent's provider when it is of the same package. */
export const fitsPackage = (reference: string, pkg: string): boolean =>
  packageOf(typeOf(parseReference(reference).urn)) === pkg;

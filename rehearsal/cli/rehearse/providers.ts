import type { Twin } from "../../twin/index.ts";
import type { ProviderSource } from "../../wire/provider.ts";
import type { RehearseOptions } from "./options.ts";
import type { Setup } from "./setup.ts";

export interface Providers {
  readonly source: ProviderSource;
  close(): Promise<void>;
}

/** The twin in this process, or behind plugin processes that speak Pulumi's provider protocol. */
export function openProviders(twin: Twin, _setup: Setup, _options: RehearseOptions): Promise<Providers> {
  return Promise.resolve({ source: twin, close: () => Promise.resolve() });
}

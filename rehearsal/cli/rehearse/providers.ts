import { pluginSource } from "../../engine/providers/plugin.ts";
import { TwinHost } from "../../twin/plugin/host.ts";
import type { ProviderSource } from "../../wire/provider.ts";
import { MAIN } from "../main-file.ts";

export interface Providers {
  readonly source: ProviderSource;
  close(): void;
}

/** The clouds in this process, or behind plugin processes that speak Pulumi's provider protocol. */
export async function openProviders(clouds: ProviderSource, asPlugins: boolean): Promise<Providers> {
  if (!asPlugins) return { source: clouds, close: () => undefined };
  const host = await TwinHost.start(clouds);
  const env = { ...process.env, ARCHIPEL_TWIN: String(host.port) };
  const source = pluginSource(
    ({ package: pkg, version }) => ({
      command: process.execPath,
      args: [MAIN, "plugin", pkg, ...(version ? [version] : [])],
      env,
    }),
    () => "127.0.0.1:1",
  );
  return { source, close: () => host.close() };
}

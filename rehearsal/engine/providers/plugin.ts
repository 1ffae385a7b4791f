import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { OpenRequest, Provider, ProviderSource } from "../../wire/provider.ts";
import { ProviderClient } from "../../wire/provider-client.ts";

export interface PluginCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}
/** Finds the plugin of a package; undefined if there is none. */
export type FindPlugin = (request: OpenRequest) => PluginCommand | undefined;

const START_TIMEOUT_MS = 60_000;

/** A plugin at work: its port, and how it is let go. */
export interface RunningPlugin {
  readonly port: number;
  readonly stop: () => Promise<void>;
}
export type StartPlugin = (
  plugin: PluginCommand,
  engineAddress: string,
  request: OpenRequest,
) => Promise<RunningPlugin>;

/** Providers as processes that speak Pulumi's plugin protocol. */
export function pluginSource(
  find: FindPlugin,
  engineAddress: () => string,
  start: StartPlugin = startPlugin,
): ProviderSource {
  return {
    open: async (request): Promise<Provider> => {
      const found = find(request);
      if (!found)
        throw new Error(
          `no resource plugin '${request.package}' found${request.version ? ` at version v${request.version}` : ""}`,
        );
      const { port, stop } = await start(found, engineAddress(), request);
      const client = new ProviderClient(port, stop);
      await client.handshake(engineAddress());
      await client.learnVersion();
      const { parameterization } = request;
      if (parameterization)
        await client.parameterize(parameterization.name, parameterization.version, parameterization.value);
      return client;
    },
  };
}

/** Starts the process, and waits for the port that it prints. */
export async function startPlugin(
  { command, args, env }: PluginCommand,
  engineAddress: string,
  { package: pkg, log }: OpenRequest,
): Promise<RunningPlugin> {
  const child = spawn(command, [...args, engineAddress], {
    env: env ?? process.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const errors = createInterface({ input: child.stderr });
  errors.on("line", (line) => log("info", line));
  const lines = createInterface({ input: child.stdout });
  const port = await new Promise<number>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`the plugin for ${pkg} printed no port in ${START_TIMEOUT_MS / 1000} s`)),
      START_TIMEOUT_MS,
    );
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`the plugin for ${pkg} ended with code ${code} before it printed its port`)),
    );
    lines.once("line", (line) => {
      clearTimeout(timer);
      lines.on("line", (text) => log("info", text));
      const number = Number(line.trim());
      if (Number.isInteger(number)) resolve(number);
      else reject(new Error(`the plugin for ${pkg} printed "${line}" where its port should stand`));
    });
  });
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await gone;
  };
  return { port, stop };
}

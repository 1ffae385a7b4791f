import { type RunningPlugin, type StartPlugin, startPlugin } from "../../engine/providers/plugin.ts";
import type { OpenRequest } from "../../wire/provider.ts";

/** A plugin that several commands use, one after the other: what it says goes to the one of the moment. */
interface Kept extends RunningPlugin {
  log: OpenRequest["log"];
}

/**
 * Keeps the plugins of a case from one command to the next. A start costs as much as a small command, and no command
 * can tell: each configures what it opens, and everything else that a plugin knows is in the ledger.
 */
export class KeptPlugins {
  readonly #all: Kept[] = [];
  readonly #idle = new Map<string, Kept[]>();

  readonly start: StartPlugin = async (plugin, engineAddress, request) => {
    const idle = this.#idle.get(plugin.command) ?? [];
    this.#idle.set(plugin.command, idle);
    const kept = idle.pop() ?? (await this.#new(plugin, engineAddress, request));
    kept.log = request.log;
    return { port: kept.port, stop: async () => void idle.push(kept) };
  };

  async end(): Promise<void> {
    await Promise.all(this.#all.map(({ stop }) => stop()));
  }

  async #new(...[plugin, engineAddress, request]: Parameters<StartPlugin>): Promise<Kept> {
    const voice = { log: request.log };
    const log: OpenRequest["log"] = (severity, message) => voice.log(severity, message);
    const kept = Object.assign(voice, await startPlugin(plugin, engineAddress, { ...request, log }));
    this.#all.push(kept);
    return kept;
  }
}

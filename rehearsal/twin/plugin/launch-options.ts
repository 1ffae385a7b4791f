import type { InstanceRequest } from "./host.ts";

/** What a provider plugin is started for. */
export interface LaunchOptions extends InstanceRequest {
  /** Port of a host that lends its twin; without one the launcher has a twin of its own. */
  readonly host?: number;
  readonly programDirectory: string;
  /** Where twins of their own share one world; without it nothing outlives the process. */
  readonly worldFile?: string;
  readonly cacheDirectory: string;
}

import { operate } from "../../engine/operations/operate.ts";
import type { OperationRequest, OperationResult } from "../../engine/operations/request.ts";
import type { Report } from "../../report/model.ts";
import type { ProviderSource } from "../../wire/provider.ts";
import { openProviders } from "./providers.ts";

/** One operation of a rehearsal; the providers are always those that the engine was made with. */
export type EngineRequest = Omit<OperationRequest, "providers">;

/** Who takes the decisions of a rehearsal. */
export interface Engine {
  readonly name: Report["engine"]["name"];
  /** The Pulumi version whose decisions it takes. */
  readonly follows: string;
  operate(request: EngineRequest): Promise<OperationResult>;
  close(): void;
}

/** The engine in this process, on providers in this process. */
export const engineOn = (providers: ProviderSource, close: () => void = () => undefined): Engine => ({
  name: "embedded",
  follows: "3.260.0",
  operate: (request) => operate({ ...request, providers }),
  close,
});

/** The engine in this process; its providers may be processes of their own. */
export async function embeddedEngine(clouds: ProviderSource, asPlugins: boolean): Promise<Engine> {
  const providers = await openProviders(clouds, asPlugins);
  return engineOn(providers.source, () => providers.close());
}

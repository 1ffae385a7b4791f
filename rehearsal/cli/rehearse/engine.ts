import { operate } from "../../engine/operations/operate.ts";
import type { OperationRequest, OperationResult } from "../../engine/operations/request.ts";
import type { Report } from "../../report/model.ts";
import type { Twin } from "../../twin/index.ts";
import { openProviders } from "./providers.ts";

/** One operation of a rehearsal; the providers are always those of the twin. */
export type EngineRequest = Omit<OperationRequest, "providers">;

/** Who takes the decisions of a rehearsal. */
export interface Engine {
  readonly name: Report["engine"]["name"];
  /** The Pulumi version whose decisions it takes. */
  readonly follows: string;
  operate(request: EngineRequest): Promise<OperationResult>;
  close(): void;
}

/** The engine in this process. */
export async function embeddedEngine(twin: Twin, asPlugins: boolean): Promise<Engine> {
  const providers = await openProviders(twin, asPlugins);
  const run = (request: EngineRequest): Promise<OperationResult> =>
    operate({ ...request, providers: providers.source });
  return { name: "embedded", follows: "3.260.0", operate: run, close: () => providers.close() };
}

import { createServer, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";
import type { ProviderSource } from "../../wire/provider.ts";
import { serveProvider } from "../../wire/provider-server.ts";
import { engineLog } from "./engine-log.ts";

/** What a launcher asks of the host of a twin, as one line of JSON. */
export interface InstanceRequest {
  readonly package: string;
  readonly version?: string;
  /** Address of the engine that started the launcher. */
  readonly engine?: string;
}
/** What it is told: the port of a provider instance of its own, or why there is none. */
export type InstanceAnswer = { readonly port: number } | { readonly error: string };

/** Lends one twin to provider plugin processes: each gets an instance of its own over the same simulated clouds. */
export class TwinHost {
  readonly #server: Server;
  readonly port: number;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.port = port;
  }

  static async start(source: ProviderSource): Promise<TwinHost> {
    const server = createServer((socket) => lend(source, socket));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    return new TwinHost(server, typeof address === "object" && address ? address.port : 0);
  }

  close(): void {
    this.#server.close();
  }
}

// an instance lives as long as its launcher's connection
function lend(source: ProviderSource, socket: Socket): void {
  const lines = createInterface({ input: socket });
  socket.on("error", () => socket.destroy());
  lines.once("line", (line) => {
    void open(source, line).then(
      ({ port, close }) => {
        socket.write(`${JSON.stringify({ port } satisfies InstanceAnswer)}\n`);
        socket.once("close", close);
      },
      (error: unknown) => {
        const text = error instanceof Error ? error.message : String(error);
        socket.end(`${JSON.stringify({ error: text } satisfies InstanceAnswer)}\n`);
      },
    );
  });
}

async function open(source: ProviderSource, line: string): Promise<{ port: number; close: () => void }> {
  const { package: pkg, version, engine } = JSON.parse(line) as InstanceRequest;
  const said = engine ? engineLog(engine) : { log: () => undefined, close: () => undefined };
  const provider = await source.open({ package: pkg, log: said.log, ...(version && { version }) });
  const served = await serveProvider(provider);
  return {
    port: served.port,
    close: () => {
      served.close();
      said.close();
      void provider.close();
    },
  };
}

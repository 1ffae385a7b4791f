/* oxlint-disable typescript/unbound-method -- call() binds the client itself */
import * as grpc from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/callback_grpc_pb.js";
import messages from "@pulumi/pulumi/proto/callback_pb.js";
import { CHANNEL_OPTIONS, call } from "../../wire/grpc.ts";

type Client = InstanceType<typeof services.CallbacksClient>;
export type Callback = messages.Callback;

/** The functions that the program lends to the engine, reached over the program's own server. */
export class Callbacks {
  readonly #clients = new Map<string, Client>();

  async invoke(callback: Callback, request: Uint8Array): Promise<Uint8Array> {
    const message = new messages.CallbackInvokeRequest();
    message.setToken(callback.getToken());
    message.setRequest(request);
    const client = this.#client(callback.getTarget());
    const method = client.invoke as Parameters<typeof call<typeof message, messages.CallbackInvokeResponse>>[1];
    return (await call(client, method, message)).getResponse_asU8();
  }

  close(): void {
    for (const client of this.#clients.values()) client.close();
    this.#clients.clear();
  }

  #client(target: string): Client {
    const known = this.#clients.get(target);
    if (known) return known;
    const client = new services.CallbacksClient(target, grpc.credentials.createInsecure(), CHANNEL_OPTIONS);
    this.#clients.set(target, client);
    return client;
  }
}

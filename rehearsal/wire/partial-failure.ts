import * as grpc from "@grpc/grpc-js";
import messages from "@pulumi/pulumi/proto/provider_pb.js";
import statusPb from "@pulumi/pulumi/proto/status_pb.js";
import anyPb from "google-protobuf/google/protobuf/any_pb.js";
import { PartialFailure } from "./provider.ts";
import { decode, encode, NO_OUTPUTS } from "./struct.ts";

const TRAILER = "grpc-status-details-bin";
const TYPE = "pulumirpc.ErrorResourceInitFailed";

/** The partial failure that a gRPC error carries in its status details, if it does. */
export function partialFailureOf(error: grpc.ServiceError): PartialFailure | undefined {
  const [packed] = error.metadata.get(TRAILER);
  if (!(packed instanceof Uint8Array)) return undefined;
  for (const detail of statusPb.Status.deserializeBinary(packed).getDetailsList()) {
    if (detail.getTypeName() !== TYPE) continue;
    const failed = messages.ErrorResourceInitFailed.deserializeBinary(detail.getValue_asU8());
    const inputs = failed.getInputs();
    return new PartialFailure(
      failed.getId(),
      decode(failed.getProperties()),
      inputs && decode(inputs),
      failed.getReasonsList(),
    );
  }
  return undefined;
}

/** How a partial failure is put on the wire. */
export function statusOfPartialFailure(failure: PartialFailure): Partial<grpc.StatusObject> {
  const failed = new messages.ErrorResourceInitFailed();
  failed.setId(failure.id);
  failed.setProperties(encode(failure.properties, NO_OUTPUTS));
  if (failure.inputs) failed.setInputs(encode(failure.inputs, NO_OUTPUTS));
  failed.setReasonsList([...failure.reasons]);
  const any = new anyPb.Any();
  any.pack(failed.serializeBinary(), TYPE);
  const status = new statusPb.Status();
  status.setCode(grpc.status.UNKNOWN);
  status.setMessage(failure.message);
  status.addDetails(any);
  const metadata = new grpc.Metadata();
  metadata.set(TRAILER, Buffer.from(status.serializeBinary()));
  return { code: grpc.status.UNKNOWN, details: failure.message, metadata };
}

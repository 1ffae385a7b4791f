import type { TwinType } from "../type.ts";
import { certificates } from "./certificates.ts";
import { cloudtrail } from "./cloudtrail.ts";
import { compute } from "./compute.ts";
import { data } from "./data.ts";
import { ec2Network } from "./ec2-network.ts";
import { eks } from "./eks.ts";
import { eventRule } from "./events.ts";
import { iam } from "./iam.ts";
import { kms } from "./kms.ts";
import { lambda } from "./lambda-function.ts";
import { loadBalancing } from "./load-balancing.ts";
import { logs } from "./logs.ts";
import { machine } from "./machine.ts";
import { privateCa } from "./private-ca.ts";
import { s3Bucket } from "./s3-bucket.ts";
import { s3Object } from "./s3-object.ts";
import { sns } from "./sns.ts";
import { sqsQueue } from "./sqs-queue.ts";

const all: readonly TwinType[] = [
  ...certificates,
  ...cloudtrail,
  ...compute,
  ...data,
  ...ec2Network,
  ...eks,
  eventRule,
  ...iam,
  ...kms,
  ...lambda,
  ...loadBalancing,
  ...logs,
  machine,
  ...privateCa,
  ...s3Bucket,
  ...s3Object,
  ...sns,
  ...sqsQueue,
];

/** Hand knowledge of AWS types: a new file adds its line here. */
export const types: ReadonlyMap<string, TwinType> = new Map(all.map((type) => [type.token, type]));

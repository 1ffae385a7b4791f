import type { ReplicationGroupArgs } from "@pulumi/aws/elasticache/replicationGroup.js";
import type { ListenerArgs } from "@pulumi/aws/lb/listener.js";
import type { ListenerRuleArgs } from "@pulumi/aws/lb/listenerRule.js";
import type { ClusterArgs } from "@pulumi/aws/msk/cluster.js";
import { mustHave } from "../../core/attached.ts";
import { mustBe, mustSay } from "../../core/expected.ts";
import { meansAnybody, type Statement, statements } from "../../core/iam.ts";
import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphCheck, GraphRun } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";
import { decide, every, fail, notApplicable, undetermined, type Verdict } from "../../core/verdict.ts";

const LISTENER = "aws:lb/listener:Listener";
const TRANSPORT = "aws:securetransport";
const POLICY = "aws:s3/bucketPolicy:BucketPolicy";

// an error page tells nothing that needs protection
const harmless = (action: Bag): Truth =>
  anyOf([
    holds(action.text("redirect.protocol"), (protocol) => protocol.toUpperCase() === "HTTPS"),
    holds(action.text("fixedResponse.statusCode"), (status) => /^[45]/.test(status)),
  ]);

function redirects(actions: Read<readonly Bag[]>): Truth {
  if (actions.state === "unknown") return actions;
  return actions.state === "known" && allOf([actions.value.length > 0, ...actions.value.map(harmless)]);
}

function plain(listener: Resource, { graph }: GraphRun): Truth {
  const balancer = graph.named(listener, "aws:lb/loadBalancer:LoadBalancer", { key: "loadBalancerArn", name: "arn" });
  // only the listeners of an application load balancer have a default
  const applies = allOf(
    balancer.sure.map((one) => holds(one.text("loadBalancerType"), (t) => t === "application", true)),
  );
  const said = listener.text("protocol");
  return said.state === "absent" ? applies : holds(said, (protocol) => protocol.toUpperCase() === "HTTP");
}

const listener: GraphCheck = (listener: Resource<ListenerArgs>, run) => {
  const http = plain(listener, run);
  if (http === false) return notApplicable("speaks no HTTP, so what it passes on may be encrypted");
  const fault = allOf([http, not(redirects(listener.list("defaultActions")))]);
  return faultIf(fault, "defaultActions", "answer plain HTTP instead of redirecting to HTTPS");
};

const listenerRule: GraphCheck = (rule: Resource<ListenerRuleArgs>, run) => {
  const { sure, maybe } = run.graph.named(rule, LISTENER, { key: "listenerArn", name: "arn" });
  const listeners = [...sure, ...maybe];
  if (listeners.length === 0) return notApplicable("its listener is not in this program");
  const fault = allOf([anyOf(listeners.map((one) => plain(one, run))), not(redirects(rule.list("actions")))]);
  if (sure.length === 0 && fault === true) return undetermined({ state: "unknown", path: "listenerArn" });
  return faultIf(fault, "actions", "answer plain HTTP instead of redirecting to HTTPS");
};

function refusesPlaintext(statement: Statement): Truth {
  return allOf([
    not(statement.allows),
    meansAnybody(statement),
    statement.anyAction((action) => action === "s3:*" || action === "*"),
    statement.condition(
      (key, value, operator) =>
        key === TRANSPORT && ["bool", "boolifexists"].includes(operator.toLowerCase()) && value === "false",
    ),
    // whatever else must hold lets some through
    not(statement.condition((key) => key !== TRANSPORT)),
  ]);
}

function refuses(owner: Bag): Verdict {
  const read = statements(owner, "policy");
  if (read.state === "unknown") return undetermined(read);
  const refused = read.state === "known" && anyOf(read.value.map(refusesPlaintext));
  return faultIf(not(refused), "policy", "lets requests without TLS through", "medium");
}

const bucket: GraphCheck = (bucket, { graph }) => {
  if (bucket.read("policy").state !== "absent") return refuses(bucket);
  // its policy is judged as what it is
  return mustHave(graph, bucket, { type: POLICY, key: "bucket", name: "bucket" }, () =>
    fail("", "has no bucket policy that refuses requests without TLS", "medium"),
  );
};

const cache: GraphCheck = (group: Resource<ReplicationGroupArgs>) =>
  every([
    mustBe(group.flag("transitEncryptionEnabled"), true, false),
    decide(group.text("transitEncryptionMode"), {
      known: (mode) => (mode === "preferred" ? "is preferred, so plain text works too" : undefined),
    }),
  ]);

const brokers: GraphCheck = (cluster: Resource<ClusterArgs>) =>
  mustSay(cluster.text("encryptionInfo.encryptionInTransit.clientBroker"), {
    good: ["TLS"],
    bad: ["TLS_PLAINTEXT", "PLAINTEXT"],
    byDefault: "TLS",
  });

export const AWS_CHECKS: Readonly<Record<string, GraphCheck>> = {
  [LISTENER]: listener,
  "aws:lb/listenerRule:ListenerRule": listenerRule,
  [POLICY]: refuses,
  "aws:s3/bucket:Bucket": bucket,
  "aws:elasticache/replicationGroup:ReplicationGroup": cache,
  "aws:msk/cluster:Cluster": brokers,
};

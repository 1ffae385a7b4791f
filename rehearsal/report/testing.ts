import { sampleJudgement } from "./judgement/testing.ts";
import type { Report, ReportFinding, ReportOperation, ReportResource, ReportStep } from "./model.ts";
import { estate, urn } from "./sample-estate.ts";

/** What a made-up report should hold. */
export interface Sample {
  /** Real resources, spread over three clouds. */
  readonly resources?: number;
  readonly passing?: boolean;
  /** The deployment stops at an error. */
  readonly broken?: boolean;
  /** Names and messages that try to break out of the form they are shown in. */
  readonly hostile?: boolean;
}

/** Text that breaks forms which do not escape. */
export const HOSTILE = `</script><img src=x onerror="alert('x')"> | \`a\` "b" @acme/team #1 \u001b[31mred\u0007`;

const FORCES: { readonly [type: string]: string } = {
  "aws:eks/nodeGroup:NodeGroup": "instanceTypes",
  "gcp:container/nodePool:NodePool": "nodeConfig",
  "azure-native:storage:StorageAccount": "location",
};

function operations(resources: readonly ReportResource[], op: string, drift = -1): ReportOperation[] {
  return resources.map(({ urn: about, type, custom }, index) => {
    const replaced = op === "change" && custom && index % 41 === 3;
    const updated = op === "change" && custom && index % 29 === 6;
    const created = op === "change" && index % 11 === 9;
    return {
      op: op !== "change" ? op : replaced ? "replace" : updated ? "update" : created ? "create" : "same",
      urn: about,
      keys: replaced ? [FORCES[type] ?? "name"] : [],
      diffs: replaced ? [FORCES[type] ?? "name", "tags"] : updated ? ["tags"] : [],
      failed: false,
      found: op === "refresh" ? (index === drift ? "update" : "same") : "",
      durationMs: (index * 7) % 23,
    };
  });
}

function step(
  number: number,
  verb: string,
  title: string,
  ops: ReportOperation[],
  over: Partial<ReportStep> = {},
): ReportStep {
  const changes: Record<string, number> = {};
  for (const { op } of ops) changes[op] = (changes[op] ?? 0) + 1;
  const durationMs = 400 + ops.length * (12 - 2 * number);
  return {
    number,
    verb,
    title,
    result: "succeeded",
    problems: [],
    changes,
    operations: ops,
    diagnostics: [],
    faults: [],
    adopted: [],
    breaches: [],
    durationMs,
    ...over,
  };
}

function findings(real: readonly ReportResource[], passing: boolean): ReportFinding[] {
  const buckets = real.filter(({ type }) => /bucket:Bucket|StorageAccount/.test(type)).slice(0, 4);
  const functions = real
    .filter(({ type }) => /[/:](Function|WebApp)$/.test(type) || /function:Function/.test(type))
    .slice(0, 3);
  const roles = real.filter(({ type }) => type.endsWith(":Role")).slice(0, 1);
  const base = { pack: "zero-trust", remediated: false, source: "stacks/data.ts#21,9" };
  const made = [
    ...roles.map(
      ({ urn: about }) =>
        ({
          ...base,
          policy: "iam-no-admin-star",
          level: passing ? "advisory" : "mandatory",
          severity: "critical",
          urn: about,
          message:
            "Statement 1 allows every action on every resource: whoever takes over this workload owns the account.",
          fix: "List the actions the workload needs, and name the resources they act on.",
        }) as const,
    ),
    ...buckets.slice(0, 2).map(
      ({ urn: about, cloud }) =>
        ({
          ...base,
          policy: "object-storage-not-public",
          level: passing ? "advisory" : "mandatory",
          severity: "high",
          urn: about,
          message: `The ${cloud} bucket lets the public read its objects.`,
          fix: "Block public access on the bucket, and grant reading to named identities.",
        }) as const,
    ),
    ...buckets.map(
      ({ urn: about }) =>
        ({
          ...base,
          pack: "gdpr",
          policy: "retention-declared",
          level: "advisory",
          severity: "medium",
          urn: about,
          message: "Personal data is kept without an end.",
          fix: "Set data.retentionDays.",
        }) as const,
    ),
    ...functions.map(
      ({ urn: about }) =>
        ({
          ...base,
          pack: "cost",
          policy: "logs-retention",
          level: "remediate",
          severity: "low",
          urn: about,
          message: "Logs are kept for ever.",
          fix: "",
          remediated: true,
        }) as const,
    ),
  ];
  return [1, 3].flatMap((number) => made.map((finding) => ({ step: number, ...finding })));
}

/** A report as a rehearsal of a platform on three clouds makes it; the same for the same arguments. */
export function sampleReport({
  resources: size = 60,
  passing = false,
  broken = false,
  hostile = false,
}: Sample = {}): Report {
  const resources = estate(size);
  const real = resources.filter(({ custom }) => custom);
  const [first, second] = real;
  if (hostile && first && second) {
    first.name = first.id = first.source = HOSTILE;
    second.urn = `urn:pulumi:prod::shop::aws:x:Y::${HOSTILE}`;
    second.type = `aws:x/"><b>:Y`;
  }
  const drift = passing || !second ? -1 : resources.indexOf(second);
  const problem = `drift: 1 resource is not what was deployed (${real[1]?.name ?? ""}: desiredSize)`;
  const steps = [
    step(1, "up", "Deploy", operations(resources, passing ? "create" : "change"), {
      diagnostics: [
        { severity: "warning", urn: real[3]?.urn ?? "", message: "acl is deprecated: use BucketAclV2" },
        { severity: "info#err", urn: "", message: "(node:1) Warning: x" },
      ],
    }),
    step(2, "refresh", "Refresh (must find no drift)", operations(resources, "refresh", drift), {
      problems: passing ? [] : [problem],
    }),
    step(3, "preview", "Preview (must find no change)", operations(resources, "same")),
    step(4, "decommission", "Decommission", operations([...resources].reverse(), "delete")),
  ];
  const [deploy] = steps;
  if (broken && deploy && first) {
    const message = `creating ${first.name}: LimitExceeded: the account has reached its quota of clusters\n  ask for more`;
    deploy.result = "failed";
    deploy.operations[2] = { ...(deploy.operations[2] as ReportOperation), op: "create", failed: true };
    deploy.diagnostics.push({ severity: "error", urn: first.urn, message });
    steps.splice(1);
  }
  const text = hostile ? [HOSTILE] : [];
  const list = findings(real, passing);
  const finding = list[0];
  if (hostile && finding)
    Object.assign(finding, {
      message: HOSTILE,
      fix: HOSTILE,
      policy: HOSTILE,
      source: HOSTILE,
      urn: second?.urn ?? "",
    });
  const level = (wanted: string) => real.filter(({ fidelity }) => fidelity === wanted).length;
  return {
    version: 1,
    tool: { name: "archipel", version: "0.1.0" },
    engine: { name: "embedded", follows: "3.260.0" },
    project: {
      name: hostile ? HOSTILE : "shop",
      directory: "platform",
      stack: "prod",
      organization: "acme",
      sdk: "3.270.0",
    },
    seed: "archipel",
    asOf: "2026-03-02",
    verdict: passing ? "pass" : "fail",
    reasons: passing
      ? []
      : broken
        ? ["step 1 failed: Deploy"]
        : [
            `step 2: ${problem}`,
            "2 mandatory policies are violated: iam-no-admin-star, object-storage-not-public",
            ...text,
          ],
    steps,
    resources,
    policies: {
      packs: [
        { name: "zero-trust", version: "1.2.0", policies: 41 },
        { name: "gdpr", version: "1.2.0", policies: 18 },
        { name: "cost", version: "1.2.0", policies: 12 },
      ],
      findings: list,
      judgement: sampleJudgement(hostile ? HOSTILE : undefined),
    },
    fidelity: {
      counts: { exact: level("exact"), derived: level("derived"), echoed: level("echoed") },
      notes: ["assumed to exist: aws:route53/getZone:getZone: the hosted zone acme.example", ...text],
    },
    replacements: [
      {
        type: "gcp:pubsub/topic:Topic",
        property: "kmsKeyName",
        source: "schema: replaceOnChanges",
        confidence: "high",
      },
    ],
    secrets: { placeholders: ["shop:paymentKey", ...text] },
    environment: { removed: ["AWS_PROFILE", "KUBECONFIG", ...text] },
    places: {
      "aws.region": "eu-central-1",
      "gcp.project": "acme-prod",
      "azure.location": "germanywestcentral",
      ...(hostile && { [HOSTILE]: HOSTILE }),
    },
    remaining: [
      { urn: urn("aws:kms/key:Key", "aws-orders-key"), type: "aws:kms/key:Key", id: "mrk-1", tombstone: true },
    ],
    timing: { startedAt: "2026-03-02T08:15:00.000Z", totalMs: 8400 },
  };
}

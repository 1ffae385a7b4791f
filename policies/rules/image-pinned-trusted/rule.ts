import type { RepositoryArgs as EcrArgs } from "@pulumi/aws/ecr/repository.js";
import type { FunctionArgs } from "@pulumi/aws/lambda/function.js";
import type { RepositoryArgs } from "@pulumi/gcp/artifactregistry/repository.js";
import type { ClusterArgs } from "@pulumi/gcp/container/cluster.js";
import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { each, type Rule, type Run } from "../../core/rule.ts";
import { strings } from "../../core/settings.ts";
import { holds } from "../../core/truth.ts";
import {
  decide,
  every,
  forAll,
  notApplicable,
  notCovered,
  PASS,
  undetermined,
  type Verdict,
} from "../../core/verdict.ts";
import { RUN_V1 } from "../../models/cloud-run.ts";
import { POD_TYPES, podOf } from "../../models/pod.ts";
import { parseImage, pinned } from "./image.ts";

const ECR = "aws:ecr/repository:Repository";
const ARTIFACTS = "gcp:artifactregistry/repository:Repository";
const REGISTRIES = {
  name: "allowedRegistries",
  schema: {
    type: "array",
    items: { type: "string" },
    description: "Registries that images may come from, with the repositories they begin with.",
  },
} as const;

function judge(read: Read<string>, { config }: Run): Verdict {
  const allowed = strings(config, REGISTRIES);
  return decide(read, {
    known: (text) => {
      const image = parseImage(text);
      const from = `${image.registry}/${image.repository}`;
      if (
        allowed !== undefined &&
        !allowed.some((prefix) => from === prefix || from.startsWith(`${prefix.replace(/\/$/, "")}/`))
      ) {
        return `is ${text}, of a registry that is not allowed`;
      }
      return pinned(image) ? undefined : `is ${text}, which may be another image tomorrow`;
    },
  });
}

function pod(workload: Resource, run: Run): readonly Verdict[] {
  const found = podOf(workload);
  if (found === undefined) return [notApplicable("its pods stand in another object")];
  const self = found.spec.self();
  if (self.state === "unknown") return [undetermined(self)];
  return every(
    found.containers.map((container) =>
      "state" in container ? undetermined(container) : judge(container.text("image"), run),
    ),
  );
}

const inList = (path: string) => (app: Bag, run: Run) =>
  forAll(app.list(path), (container) => judge(container.text("image"), run));

function artifacts(own: Resource<RepositoryArgs>): Verdict {
  const docker = holds(own.text("format"), (format) => format.toUpperCase() === "DOCKER");
  if (docker === false) return notApplicable("holds no images");
  const verdict = decide(own.flag("dockerConfig.immutableTags"), {
    known: (on) => (on ? undefined : "is false"),
    absent: "is not set; default is false",
  });
  return docker !== true && verdict.word === "fail" ? undetermined(docker) : verdict;
}

const MUTABILITY: Readonly<Record<string, Verdict | string>> = {
  IMMUTABLE: PASS,
  IMMUTABLE_WITH_EXCLUSION: PASS,
  MUTABLE: "is MUTABLE",
  MUTABLE_WITH_EXCLUSION: "is MUTABLE_WITH_EXCLUSION",
};
const BINARY_AUTHORIZATION: Readonly<Record<string, Verdict | string>> = {
  DISABLED: "is DISABLED",
  EVALUATION_MODE_UNSPECIFIED: "is EVALUATION_MODE_UNSPECIFIED, which is DISABLED",
  POLICY_BINDINGS_AND_PROJECT_SINGLETON_POLICY_ENFORCE: PASS,
  PROJECT_SINGLETON_POLICY_ENFORCE: PASS,
};
const word = (read: Read<string>, words: typeof MUTABILITY, absent: string): Verdict =>
  decide(read, { known: (text) => words[text] ?? notCovered(read.path, `is ${text}, which is not known`), absent });

export const imagePinnedTrusted: Rule = {
  id: "image-pinned-trusted",
  packs: ["zero-trust"],
  title: "Images are the ones that were looked at",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "A tag that moves runs what its registry holds on that day, which nobody has tested and somebody may have put there.",
  equivalents: ["CKV_K8S_14", "CKV_K8S_43", "CKV_AWS_51", "CKV_GCP_66", "KSV-0013", "KSV-0125", "AWS-0031"],
  fixText: ({ type, path }) =>
    FIXES[path] ??
    (type === "aws:lambda/function:Function"
      ? "Give `imageUri` a digest: `…@sha256:…`."
      : "Give `image` a digest, `…@sha256:…`, from an allowed registry."),
  inPlace: [ECR, ARTIFACTS],
  remediate: (props, type) => {
    if (type === ECR) props["imageTagMutability"] = "IMMUTABLE";
    else props["dockerConfig"] = { immutableTags: true };
    return props;
  },
  settings: [REGISTRIES],
  checks: {
    ...each(POD_TYPES, pod),
    "aws:lambda/function:Function": (own: Resource<FunctionArgs>, run) =>
      own.read("imageUri").state === "absent" ? notApplicable("runs no image") : judge(own.text("imageUri"), run),
    [ECR]: (own: Resource<EcrArgs>) =>
      word(own.text("imageTagMutability"), MUTABILITY, "is not set; default is MUTABLE"),
    [ARTIFACTS]: artifacts,
    "gcp:container/cluster:Cluster": (own: Resource<ClusterArgs>) =>
      word(own.text("binaryAuthorization.evaluationMode"), BINARY_AUTHORIZATION, "is not set; default is DISABLED"),
    [RUN_V1]: inList("template.spec.containers"),
    "gcp:cloudrunv2/service:Service": inList("template.containers"),
    "gcp:cloudrunv2/job:Job": inList("template.template.containers"),
    "azure-native:app:ContainerApp": (own, run) =>
      every([...inList("template.containers")(own, run), ...inList("template.initContainers")(own, run)]),
  },
};

const FIXES: Readonly<Record<string, string>> = {
  imageTagMutability: "Set `imageTagMutability: IMMUTABLE`.",
  "dockerConfig.immutableTags": "Set `dockerConfig.immutableTags: true`.",
  "binaryAuthorization.evaluationMode": "Set `binaryAuthorization.evaluationMode: PROJECT_SINGLETON_POLICY_ENFORCE`.",
};

import type { RepositoryArgs as EcrArgs } from "@pulumi/aws/ecr/repository.js";
import type { RepositoryArgs } from "@pulumi/gcp/artifactregistry/repository.js";
import type { Resource } from "../../core/resource.ts";
import type { Rule } from "../../core/rule.ts";
import { holds } from "../../core/truth.ts";
import { decide, notApplicable, notCovered, PASS, undetermined, type Verdict } from "../../core/verdict.ts";

const ECR = "aws:ecr/repository:Repository";
const ARTIFACTS = "gcp:artifactregistry/repository:Repository";
const WORDS: Readonly<Record<string, Verdict | string>> = { INHERITED: PASS, DISABLED: "is DISABLED" };

function artifacts(own: Resource<RepositoryArgs>): Verdict {
  const docker = holds(own.text("format"), (format) => format.toUpperCase() === "DOCKER");
  if (docker === false) return notApplicable("holds no images");
  const word = own.text("vulnerabilityScanningConfig.enablementConfig");
  const verdict = decide(word, {
    known: (text) => WORDS[text] ?? notCovered(word.path, `is ${text}, which is not known`),
  });
  return docker !== true && verdict.word === "fail" ? undetermined(docker) : verdict;
}

export const registryScanning: Rule = {
  id: "registry-scanning",
  packs: ["zero-trust"],
  title: "Registries look for known holes in images",
  severity: "medium",
  scope: "resource",
  since: "0.2.0",
  why: "A hole that is known to everybody is found by those who attack before it is found by those who run the image.",
  equivalents: ["CKV_AWS_163", "AWS-0030"],
  fixText: ({ type }) =>
    type === ECR
      ? "Set `imageScanningConfiguration.scanOnPush: true`."
      : "Set `vulnerabilityScanningConfig.enablementConfig: INHERITED`, and enable the Container Scanning API.",
  inPlace: [ECR, ARTIFACTS],
  remediate: (props, type) => {
    if (type === ECR) props["imageScanningConfiguration"] = { scanOnPush: true };
    else props["vulnerabilityScanningConfig"] = { enablementConfig: "INHERITED" };
    return props;
  },
  checks: {
    [ECR]: (own: Resource<EcrArgs>) =>
      decide(own.flag("imageScanningConfiguration.scanOnPush"), {
        known: (on) => (on ? undefined : "is false"),
        absent: "is not set; default is false",
      }),
    [ARTIFACTS]: artifacts,
  },
};

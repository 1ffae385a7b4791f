import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const ecr = (imageScanningConfiguration?: unknown): Example => ({
  type: "aws:ecr/repository:Repository",
  props: { name: "app", ...(imageScanningConfiguration !== undefined && { imageScanningConfiguration }) },
});
const artifacts = (enablementConfig?: unknown, format: unknown = "DOCKER"): Example => ({
  type: "gcp:artifactregistry/repository:Repository",
  props: { format, ...(enablementConfig !== undefined && { vulnerabilityScanningConfig: { enablementConfig } }) },
});

export const examples: Examples = {
  pass: [
    ecr({ scanOnPush: true }),
    ecr({ scanOnPush: "true" }),
    artifacts(),
    artifacts("INHERITED"),
    artifacts("INHERITED", "docker"),
  ],
  fail: [ecr(), ecr({}), ecr({ scanOnPush: false }), artifacts("DISABLED")],
  undetermined: [
    ecr(UNKNOWN),
    ecr({ scanOnPush: UNKNOWN }),
    artifacts(UNKNOWN),
    artifacts("SOMETIMES"),
    artifacts("DISABLED", UNKNOWN),
  ],
  notApplicable: [artifacts("DISABLED", "NPM")],
};

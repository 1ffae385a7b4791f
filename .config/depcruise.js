const CLOUD_FILE = "/(aws|gcp|azure|kubernetes)([.]ts$|/)"; // a file, or a folder where there are many things
const sdk = (names) => `node_modules/@pulumi/(${names})/`;
const CLOUD_SDK = sdk("aws|gcp|azure-native|kubernetes");
const TEST_CODE = "([.]test[.]ts$|/testing([.]ts$|/))";
const TYPE_ONLY = { dependencyTypesNot: ["type-only"] };
const forbid = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

export default {
  forbidden: [
    forbid("no-cycle", {}, { circular: true }, "a cycle hides which file owns an idea"),
    forbid("no-unresolvable", {}, { couldNotResolve: true }, "a rule on a path that does not resolve is blind"),
    // layers
    forbid("components-are-libraries", { path: "^components/" }, { path: "^(stacks|policies|rehearsal)/" }),
    forbid("policies-judge-from-outside", { path: "^policies/" }, { path: "^(components|stacks|rehearsal)/" }),
    forbid("rehearsal-sees-a-program", { path: "^rehearsal/" }, { path: "^(components|stacks|policies)/" }),
    forbid("stacks-only-compose", { path: "^stacks/" }, { path: "^(policies|rehearsal)/" }),
    // front doors
    forbid(
      "stacks-use-front-doors",
      { path: "^stacks/" },
      {
        path: "^components/",
        pathNot: [
          "^components/[^/]+/index[.]ts$",
          "^components/core/",
          "^components/function/runtime/index[.]ts$",
          "^components/objects/testing[.]ts$", // only tests may, by the last rule
        ],
      },
    ),
    forbid(
      "components-use-front-doors",
      { path: "^components/([^/]+)/" },
      {
        path: "^components/",
        pathNot: [
          "^components/$1/",
          "^components/core/",
          "^components/[^/]+/index[.]ts$",
          "^components/objects/testing[.]ts$", // only tests may, by the last rule
          "^components/_rehearse/estate[.]ts$", // only examples may, by the next rule
        ],
      },
    ),
    forbid(
      "estates-are-for-examples",
      { path: "^components/", pathNot: ["/example[.]ts$", "^components/_rehearse/"] },
      { path: "^components/_rehearse/" },
    ),
    forbid("core-is-the-floor", { path: "^components/core/" }, { path: "^components/(?!core/)" }),
    forbid(
      "clouds-do-not-meet",
      { path: `^components/.+${CLOUD_FILE}` },
      { path: `^components/.+${CLOUD_FILE}`, pathNot: "^components/.+/$1([.]ts$|/)" },
    ),
    // the rehearsal's inside
    forbid("engine-knows-no-cloud", { path: "^rehearsal/engine/" }, { path: "^rehearsal/(twin|report|yaml)/" }),
    forbid(
      "yaml-is-a-program",
      { path: "^rehearsal/yaml/" },
      { path: "^rehearsal/", pathNot: "^rehearsal/(yaml|wire|twin/schema)/" },
      "it stands where a stranger's program would, and knows types only",
    ),
    forbid(
      "twin-clouds-do-not-meet",
      { path: "^rehearsal/twin/(aws|gcp|azure|kubernetes)/" },
      { path: "^rehearsal/twin/(aws|gcp|azure|kubernetes)/", pathNot: "^rehearsal/twin/$1/" },
    ),
    forbid("reports-read-results", { path: "^rehearsal/report/" }, { path: "^rehearsal/(twin|engine)/", ...TYPE_ONLY }),
    forbid(
      "wire-is-the-floor",
      { path: "^rehearsal/wire/" },
      { path: "^rehearsal/(?!wire/)" },
      "the codec is used by engine, twin and plugin alike",
    ),
    forbid(
      "handlers-run-without-pulumi",
      { path: "^components/function/runtime/" },
      { path: "node_modules/@pulumi/" },
      "what runs inside a function carries no Pulumi",
    ),
    forbid("nothing-imports-the-cli", { pathNot: "^(bin|rehearsal/cli)/" }, { path: "^rehearsal/cli/" }),
    // provider SDKs
    forbid(
      "sdk-only-in-its-cloud-file",
      { path: "^(components|stacks)/", pathNot: CLOUD_FILE },
      { path: CLOUD_SDK, ...TYPE_ONLY },
    ),
    forbid("aws-file-aws-sdk", { path: "^components/.+/aws([.]ts$|/)" }, { path: sdk("gcp|azure-native") }),
    forbid("gcp-file-gcp-sdk", { path: "^components/.+/gcp([.]ts$|/)" }, { path: sdk("aws|azure-native") }),
    forbid("azure-file-azure-sdk", { path: "^components/.+/azure([.]ts$|/)" }, { path: sdk("aws|gcp") }),
    forbid(
      "types-only-outside-components",
      { path: "^(policies|rehearsal)/" },
      { path: CLOUD_SDK, ...TYPE_ONLY },
      "a pack or a simulator loads no provider SDK",
    ),
    forbid("sdk-by-sub-module", {}, { path: "node_modules/@pulumi/(aws|gcp|azure-native|kubernetes)/index[.]" }),
    // tests
    forbid("no-test-code-in-production", { pathNot: TEST_CODE }, { path: TEST_CODE }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^rehearsal/(conformance|cli/foreign/programs)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};

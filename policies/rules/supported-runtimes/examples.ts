import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const lambda = "aws:lambda/function:Function";
const google = "gcp:cloudfunctionsv2/function:Function";
const app = "azure-native:web:WebApp";

const config = { asOf: "2026-11-28" };
const it = (type: string, props: Example["props"], day: object = config): Example => ({
  type,
  props,
  config: { ...day },
});
const gcf = (runtime: unknown) => ({ buildConfig: { runtime } });
const linux = (linuxFxVersion: unknown) => ({ siteConfig: { linuxFxVersion } });
const flex = (name: unknown, version: unknown) => ({ functionAppConfig: { runtime: { name, version } } });

export const examples: Examples = {
  pass: [
    it(lambda, { runtime: "nodejs22.x" }),
    it(lambda, { runtime: "python3.13" }),
    it(lambda, { runtime: "provided.al2023" }),
    it(lambda, { runtime: "dotnet10" }),
    // supported on the day that counts
    it(lambda, { runtime: "nodejs18.x" }, { asOf: "2025-08-31" }),
    it(lambda, { runtime: "nodejs20.x" }, { asOf: "2026-04-29" }),
    it(google, gcf("nodejs22")),
    it(google, gcf("python312")),
    it(app, linux("NODE|22-lts")),
    it(app, linux("PYTHON|3.13")),
    it(app, linux("DOTNETCORE|10.0")),
    it(app, flex("node", "22")),
    it("azure-native:web/v20240401:WebApp", linux("Node|~24")),
  ],
  fail: [
    it(lambda, { runtime: "nodejs18.x" }),
    it(lambda, { runtime: "nodejs20.x" }),
    it(lambda, { runtime: "python3.9" }),
    it(lambda, { runtime: "nodejs18.x" }, { asOf: "2025-09-01" }),
    { type: lambda, props: { runtime: "nodejs12.x" } },
    { type: lambda, props: { runtime: "go1.x" } },
    it(google, gcf("nodejs16")),
    it(google, gcf("python38")),
    it(app, linux("NODE|14-lts")),
    it(app, linux("python|3.7")),
    it(app, linux("DOTNETCORE|3.1")),
    it(app, linux("DOTNET-ISOLATED|6.0")),
    it(app, flex("node", "18")),
    it(app, flex("python", "3.9")),
  ],
  undetermined: [
    it(lambda, { runtime: UNKNOWN }),
    it(lambda, { runtime: "nodejs99.x" }),
    it(google, { buildConfig: UNKNOWN }),
    it(google, gcf("cobol60")),
    it(app, { siteConfig: UNKNOWN }),
    it(app, linux("JAVA|17-java17")),
    it(app, flex(UNKNOWN, "22")),
    it(app, flex("node", UNKNOWN)),
  ],
  notApplicable: [
    it(lambda, { packageType: "Image", imageUri: "image" }),
    it(google, {}),
    it(app, { kind: "app" }),
    it(app, linux("DOCKER|nginx")),
  ],
};

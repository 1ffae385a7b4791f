import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const lambda = "aws:lambda/function:Function";
const google = "gcp:cloudfunctionsv2/function:Function";
const first = "gcp:cloudfunctions/function:Function";
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

// once supported; on a late enough day nothing is any more
const ENDING =
  "dotnet5.0 dotnet6 dotnet7 dotnet8 dotnetcore1.0 dotnetcore2.0 dotnetcore2.1 dotnetcore3.1 java8 java8.al2 java11 java17 java21 java25 nodejs nodejs4.3 nodejs6.10 nodejs8.10 nodejs10.x nodejs14.x nodejs16.x nodejs24.x provided provided.al2 python2.7 python3.6 python3.7 python3.8 python3.10 python3.11 python3.12 python3.14 ruby2.5 ruby2.7 ruby3.2 ruby3.3 ruby3.4";
const LANGUAGES =
  "NODE|6 NODE|8-lts NODE|10.14 NODE|12-lts NODE|20-lts PYTHON|2.7 PYTHON|3.6 PYTHON|3.10 PYTHON|3.11 PYTHON|3.14 DOTNETCORE|2.1 DOTNETCORE|7.0 DOTNETCORE|8.0 DOTNETCORE|9.0 PHP|7.4 PHP|8.0 PHP|8.1 PHP|8.2 PHP|8.3 PHP|8.4";
const LATE = { asOf: "2031-01-01" };

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
    it(first, { runtime: "nodejs22" }),
    it(first, { runtime: "python312" }),
    it(app, linux("NODE|22-lts")),
    it(app, linux("PYTHON|3.13")),
    it(app, linux("DOTNETCORE|10.0")),
    it(app, flex("node", "22")),
    it("azure-native:web/v20240401:WebApp", linux("Node|~24")),
    it(google, gcf("php83")),
    it(google, gcf("dotnet8"), { asOf: "2026-11-09" }),
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
    it(first, { runtime: "nodejs10" }),
    it(first, { runtime: "python37" }),
    it(app, linux("NODE|14-lts")),
    it(app, linux("python|3.7")),
    it(app, linux("DOTNETCORE|3.1")),
    it(app, linux("DOTNET-ISOLATED|6.0")),
    it(app, flex("node", "18")),
    it(app, flex("python", "3.9")),
    ...ENDING.split(" ").map((runtime) => it(lambda, { runtime }, LATE)),
    ...LANGUAGES.split(" ").map((stack) => it(app, linux(stack), LATE)),
    it(google, gcf("dotnet3")),
    it(google, gcf("php81"), { asOf: "2025-12-31" }),
    // one of the two places
    it(app, { ...linux("NODE|14-lts"), ...flex("node", "22") }),
  ],
  undetermined: [
    it(lambda, { runtime: UNKNOWN }),
    it(lambda, { runtime: "nodejs99.x" }),
    it(google, { buildConfig: UNKNOWN }),
    it(google, gcf("cobol60")),
    it(first, { runtime: UNKNOWN }),
    it(first, { runtime: "go116" }),
    it(app, { siteConfig: UNKNOWN }),
    it(app, linux("JAVA|17-java17")),
    it(app, flex(UNKNOWN, "22")),
    it(app, flex("node", UNKNOWN)),
    // a name that only contains one
    it(google, gcf("nodejs22-preview")),
    it(google, gcf("my-nodejs22")),
    it(app, linux("RUBYONNODE|22")),
    it(app, linux(UNKNOWN)),
  ],
  notApplicable: [
    it(lambda, { packageType: "Image", imageUri: "image" }),
    it(google, {}),
    it(app, { kind: "app" }),
    it(app, linux("DOCKER|nginx")),
    it(app, linux("compose|dmVyc2lvbjogMw==")),
    it(app, linux("sitecontainers")),
    it(app, linux("")),
  ],
};

/** The day from which a runtime gets no more fixes, by its name at the cloud; without a day it is still supported. */
export type Ends = Readonly<Record<string, string | undefined>>;

// https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html, deprecation dates
export const LAMBDA: Ends = {
  dotnet10: undefined,
  "dotnet5.0": "2022-05-10",
  dotnet6: "2024-12-20",
  dotnet7: "2024-05-14",
  dotnet8: "2026-11-10",
  "dotnetcore1.0": "2019-06-27",
  "dotnetcore2.0": "2019-05-30",
  "dotnetcore2.1": "2022-01-05",
  "dotnetcore3.1": "2023-04-03",
  "go1.x": "2024-01-08",
  java11: "2027-06-30",
  java17: "2027-06-30",
  java21: "2029-06-30",
  java25: "2029-06-30",
  java8: "2024-01-08",
  "java8.al2": "2027-06-30",
  nodejs: "2016-10-31",
  "nodejs10.x": "2021-07-30",
  "nodejs12.x": "2023-03-31",
  "nodejs14.x": "2023-12-04",
  "nodejs16.x": "2024-06-12",
  "nodejs18.x": "2025-09-01",
  "nodejs20.x": "2026-04-30",
  "nodejs22.x": "2027-04-30",
  "nodejs24.x": "2028-04-30",
  "nodejs4.3": "2020-03-05",
  "nodejs6.10": "2019-08-12",
  "nodejs8.10": "2020-03-06",
  provided: "2024-01-08",
  "provided.al2": "2026-07-31",
  "provided.al2023": "2029-06-30",
  "python2.7": "2021-07-15",
  "python3.10": "2026-10-31",
  "python3.11": "2027-06-30",
  "python3.12": "2028-10-31",
  "python3.13": "2029-06-30",
  "python3.14": "2029-06-30",
  "python3.6": "2022-07-18",
  "python3.7": "2023-12-04",
  "python3.8": "2024-10-14",
  "python3.9": "2025-12-15",
  "ruby2.5": "2021-07-30",
  "ruby2.7": "2023-12-07",
  "ruby3.2": "2026-03-31",
  "ruby3.3": "2027-03-31",
  "ruby3.4": "2028-03-31",
};

// the end of the language's own support, from which on Google and Microsoft go: https://endoflife.date
const LANGUAGES: Readonly<Record<string, Ends>> = {
  node: {
    "6": "2019-04-30",
    "8": "2019-12-31",
    "10": "2021-04-30",
    "12": "2022-04-30",
    "14": "2023-04-30",
    "16": "2023-09-11",
    "18": "2025-04-30",
    "20": "2026-04-30",
    "22": "2027-04-30",
    "24": "2028-04-30",
  },
  python: {
    "2.7": "2020-01-01",
    "3.6": "2021-12-23",
    "3.7": "2023-06-27",
    "3.8": "2024-10-07",
    "3.9": "2025-10-31",
    "3.10": "2026-10-31",
    "3.11": "2027-10-31",
    "3.12": "2028-10-31",
    "3.13": "2029-10-31",
    "3.14": "2030-10-31",
  },
  dotnet: {
    "2": "2021-08-21",
    "3": "2022-12-13",
    "6": "2024-11-12",
    "7": "2024-05-14",
    "8": "2026-11-10",
    "9": "2026-11-10",
    "10": "2028-11-14",
  },
  php: {
    "7.4": "2022-11-28",
    "8.0": "2023-11-26",
    "8.1": "2025-12-31",
    "8.2": "2026-12-31",
    "8.3": "2027-12-31",
    "8.4": "2028-12-31",
  },
};

/** When a language ends; nothing is said of one that is not in the table. */
export function endOf(language: string, version: string): { readonly end: string | undefined } | undefined {
  const versions = LANGUAGES[language];
  return versions && Object.hasOwn(versions, version) ? { end: versions[version] } : undefined;
}

import { expect, test } from "vitest";
import type { Properties } from "../../wire/value.ts";
import { Bench } from "../testing.ts";

const TRAIL = "aws:cloudtrail/trail:Trail";
const inRegion = async (bench: Bench, region: string, inputs: Properties) => {
  await bench.provider("aws", { region });
  return (await bench.subject(TRAIL, region)).create({ name: "account", s3BucketName: "trail", ...inputs });
};

test("a trail of all regions has its name in the whole account", async () => {
  const bench = new Bench();
  await inRegion(bench, "eu-west-1", { isMultiRegionTrail: true });
  await expect(inRegion(bench, "eu-north-1", { isMultiRegionTrail: true })).rejects.toThrow(
    /TrailAlreadyExistsException.*account.*hint/,
  );
});

test("a trail of one region leaves its name to the others", async () => {
  const bench = new Bench();
  await inRegion(bench, "eu-west-1", {});
  await expect(inRegion(bench, "eu-north-1", {})).resolves.toMatchObject({
    id: "arn:aws:cloudtrail:eu-north-1:123456789012:trail/account",
  });
});

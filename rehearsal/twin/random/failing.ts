import { type FailingByType, limit } from "../failing.ts";

const SHORT = [limit("length", { length: 0 }), limit("length", { length: 2, minLower: 3 })];

/** A failing program for every constraint of the random package. */
export const failing: FailingByType = {
  "random:index/randomInteger:RandomInteger": [limit("max", { min: 2, max: 1 })],
  "random:index/randomPassword:RandomPassword": SHORT,
  "random:index/randomString:RandomString": SHORT,
};

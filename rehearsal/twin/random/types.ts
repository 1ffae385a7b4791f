import { isList, type Properties, type Value } from "../../wire/value.ts";
import { type Context, type TwinType, text } from "../type.ts";
import { petName } from "./pet.ts";

const LOWER = "abcdefghijklmnopqrstuvwxyz";
const UPPER = LOWER.toUpperCase();
const DIGITS = "0123456789";
const SPECIAL = "!@#$%&*()-_=+[]{}<>:?";

const FLAGS = {
  special: true,
  upper: true,
  lower: true,
  numeric: true,
  number: true,
  minSpecial: 0,
  minUpper: 0,
  minLower: 0,
  minNumeric: 0,
};
const count = (inputs: Properties, key: string): number => Number(inputs[key] ?? 0);

/** Text that keeps the asked-for share of each kind of character, in an order that follows from the seed. */
function characters({ inputs, dice }: Context): string {
  const special = text(inputs, "overrideSpecial") ?? SPECIAL;
  const on = (key: string): boolean => inputs[key] !== false;
  const alphabet = [
    on("upper") ? UPPER : "",
    on("lower") ? LOWER : "",
    on("numeric") && on("number") ? DIGITS : "",
    on("special") ? special : "",
  ].join("");
  const least = [
    dice.letters("special", count(inputs, "minSpecial"), special),
    dice.letters("upper", count(inputs, "minUpper"), UPPER),
    dice.letters("lower", count(inputs, "minLower"), LOWER),
    dice.letters("digits", count(inputs, "minNumeric"), DIGITS),
  ].join("");
  const rest = Math.max(0, count(inputs, "length") - least.length);
  const all = Array.from(least + (alphabet === "" ? "" : dice.letters("rest", rest, alphabet)));
  return shuffled(all, dice.hex("order", all.length * 4)).join("");
}

function shuffled<T>(items: readonly T[], hex: string): T[] {
  const order = items.map((item, i) => ({ item, rank: hex.slice(i * 4, i * 4 + 4), i }));
  return order.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.i - b.i)).map(({ item }) => item);
}

const source = "hashicorp random provider's documented behaviour; characters follow from the seed";
const replaced = { otherwise: "replace", source } as const;
const short: NonNullable<TwinType["limits"]> = (inputs) => {
  const least = ["minSpecial", "minUpper", "minLower", "minNumeric"].reduce((sum, key) => sum + count(inputs, key), 0);
  const length = inputs["length"];
  return [
    ["length", typeof length === "number" && length < 1, "Attribute length value must be at least 1"],
    ["length", typeof length === "number" && length < least, `Attribute length value must be at least ${least}`],
  ];
};

const randomString: TwinType = {
  token: "random:index/randomString:RandomString",
  defaults: FLAGS,
  limits: short,
  id: characters,
  computed: (_context, id) => ({ result: id }),
  ...replaced,
};
const randomPassword: TwinType = {
  token: "random:index/randomPassword:RandomPassword",
  defaults: FLAGS,
  limits: short,
  id: () => "none",
  shared: true,
  computed: (context) => ({
    result: characters(context),
    bcryptHash: `$2a$10$${context.dice.letters("bcrypt", 53, `${LOWER}${UPPER}${DIGITS}./`)}`,
  }),
  secrets: ["result", "bcryptHash"],
  ...replaced,
};

const bytesOf = ({ dice, inputs }: Context, key: string): Buffer =>
  Buffer.from(dice.hex("bytes", 2 * count(inputs, key)), "hex");
const randomId: TwinType = {
  token: "random:index/randomId:RandomId",
  id: (context) => bytesOf(context, "byteLength").toString("base64url"),
  computed: (context) => {
    const bytes = bytesOf(context, "byteLength");
    const prefix = text(context.inputs, "prefix") ?? "";
    const hex = bytes.toString("hex");
    return {
      b64Std: prefix + bytes.toString("base64"),
      b64Url: prefix + bytes.toString("base64url"),
      hex: prefix + hex,
      dec: prefix + (hex === "" ? "" : BigInt(`0x${hex}`).toString()),
    };
  },
  ...replaced,
};
const randomBytes: TwinType = {
  token: "random:index/randomBytes:RandomBytes",
  id: (context) => bytesOf(context, "length").toString("base64"),
  computed: (context) => ({
    base64: bytesOf(context, "length").toString("base64"),
    hex: bytesOf(context, "length").toString("hex"),
  }),
  secrets: ["base64", "hex"],
  ...replaced,
};
const randomUuid = (token: string): TwinType => ({
  token,
  id: ({ dice }) => dice.uuid("uuid"),
  computed: (_context, id) => ({ result: id }),
  ...replaced,
});
const randomInteger: TwinType = {
  token: "random:index/randomInteger:RandomInteger",
  limits: ({ min, max }) => [
    [
      "max",
      Number(min) > Number(max),
      "The minimum (min) value needs to be smaller than or equal to maximum (max) value.",
    ],
  ],
  id: (context) => String(integer(context)),
  computed: (context) => ({ result: integer(context) }),
  ...replaced,
};
const integer = ({ inputs, dice }: Context): number => {
  const min = count(inputs, "min");
  return min + (Number.parseInt(dice.hex("integer", 12), 16) % (count(inputs, "max") - min + 1));
};
const randomShuffle: TwinType = {
  token: "random:index/randomShuffle:RandomShuffle",
  id: () => "-",
  shared: true,
  computed: ({ inputs, dice }) => {
    const items: readonly Value[] = isList(inputs["inputs"]) ? inputs["inputs"] : [];
    const wanted = inputs["resultCount"] === undefined ? items.length : count(inputs, "resultCount");
    const rounds = items.length === 0 ? 0 : Math.ceil(wanted / items.length);
    const all = Array.from({ length: rounds }, (_, i) => shuffled(items, dice.hex(`round ${i}`, items.length * 4)));
    return { results: all.flat().slice(0, wanted), resultCount: wanted };
  },
  ...replaced,
};
const randomPet: TwinType = {
  token: "random:index/randomPet:RandomPet",
  defaults: { length: 2, separator: "-" },
  id: ({ inputs, dice }) => petName(inputs, dice),
  ...replaced,
};

const all: readonly TwinType[] = [
  randomString,
  randomPassword,
  randomId,
  randomBytes,
  randomUuid("random:index/randomUuid:RandomUuid"),
  randomUuid("random:index/randomUuid4:RandomUuid4"),
  randomUuid("random:index/randomUuid7:RandomUuid7"),
  randomInteger,
  randomShuffle,
  randomPet,
];

/** The types of the random package. */
export const types: ReadonlyMap<string, TwinType> = new Map(all.map((type) => [type.token, type]));

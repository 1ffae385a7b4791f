import type { Properties } from "../../wire/value.ts";
import type { Dice } from "../seed.ts";
import { text } from "../type.ts";

const ADVERBS =
  "boldly calmly clearly deeply early fairly freshly gently gladly happily justly kindly lightly mildly neatly newly openly purely quietly rarely safely simply surely truly warmly wisely".split(
    " ",
  );
const ADJECTIVES =
  "able brave bright calm clever cosmic eager fair fancy fast fine firm fleet fond free fresh gentle glad golden grand happy keen kind lively loyal lucky magic merry mighty modern noble polite proud quick quiet rapid regular ready sharp smart smooth snappy steady strong sunny sure swift tidy tough upright warm wise witty".split(
    " ",
  );
const ANIMALS =
  "adder badger bat bear bee beetle bison boar bream camel cat cobra cod colt condor crab crane cricket crow deer dingo dog dolphin dove dragon duck eagle eel elk falcon finch fish fox frog gecko goat goose grouse gull hare hawk hen heron horse hound ibex jackal jay koala lamb lark lemur lion lizard llama lynx mole moose moth mouse mule newt ocelot octopus otter owl ox panda parrot perch pigeon pony puma rabbit ram raven robin rooster salmon seal shark sheep shrew shrimp skunk snail snake sparrow spider squid stag stork swan tapir tiger toad trout turkey turtle viper vulture walrus wasp weasel whale wolf wombat worm wren yak zebra".split(
    " ",
  );

/** Adverbs, an adjective and an animal, as many words as asked for. */
export function petName(inputs: Properties, dice: Dice): string {
  const length = Number(inputs["length"] ?? 2);
  const separator = typeof inputs["separator"] === "string" ? inputs["separator"] : "-";
  const pick = (words: readonly string[], label: string): string =>
    words[Number.parseInt(dice.hex(label, 8), 16) % words.length] as string;
  const adverbs = Array.from({ length: Math.max(0, length - 2) }, (_, i) => pick(ADVERBS, `adverb ${i}`));
  const words = [...adverbs, ...(length > 1 ? [pick(ADJECTIVES, "adjective")] : []), pick(ANIMALS, "animal")];
  const prefix = text(inputs, "prefix");
  return [...(prefix === undefined ? [] : [prefix]), ...words].join(separator);
}

import { containsUnknown, type Properties, type Value } from "../../wire/value.ts";
import type { Thing } from "../world/thing.ts";
import { keeping } from "./keeping.ts";
import { account, type Scene } from "./scene.ts";

interface Of {
  readonly urn: string;
}

/** The object by its id; one that only the program's state knows is taken for existing, where that is asked for. */
export function seek(id: string, { urn }: Of, scene: Scene, state: Properties | undefined): Thing | undefined {
  const { shared, site, subject } = scene;
  const key = { package: subject.package.name, account: account(scene, state ?? {}), type: subject.token, id };
  const elsewhere = () =>
    subject.package.apart ? undefined : shared.world.list(key.package, key.type).find((thing) => thing.id === id);
  const there = shared.world.get(key) ?? elsewhere();
  if (there || !state || shared.existing === "none") return there;
  if (shared.world.wasDeleted(key.package, key.type, id) || containsUnknown(state as Value)) return undefined;
  const thing: Thing = {
    ...key,
    urn,
    inputs: {},
    outputs: state,
    origin: "stated",
    claims: [],
    ...keeping(site, subject.hand, state),
  };
  shared.world.put("adopt", thing);
  return thing;
}

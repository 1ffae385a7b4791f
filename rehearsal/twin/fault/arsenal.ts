import type { ProviderSource } from "../../wire/provider.ts";
import type { Places } from "../places.ts";
import { ArmedFaults } from "./armed.ts";
import { faultySource } from "./faulty-provider.ts";

/** What is armed at the moment, and the clouds with it standing before them. */
export class Arsenal {
  armed = new ArmedFaults([]);
  readonly source: ProviderSource;

  constructor(clouds: ProviderSource & { readonly places: Places }) {
    this.source = faultySource(clouds, clouds.places, () => this.armed);
  }
}

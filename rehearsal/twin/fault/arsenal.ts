import type { ProviderSource } from "../../wire/provider.ts";
import { ArmedFaults } from "./armed.ts";
import { faultySource, type Surroundings } from "./faulty-provider.ts";

/** What is armed at the moment, and the clouds with it standing before them. */
export class Arsenal {
  armed = new ArmedFaults([]);
  readonly source: ProviderSource;

  constructor(clouds: ProviderSource & Surroundings) {
    this.source = faultySource(clouds, clouds, () => this.armed);
  }
}

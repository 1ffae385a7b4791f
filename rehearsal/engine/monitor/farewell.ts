const SILENCE_MS = 500;

/**
 * When a program may be told that the engine has stopped. The SDK then closes its channels at once, and complains of
 * every call of its own that was just beginning: it has to have named its stack and handed over the stack's outputs,
 * or have nothing more to say.
 */
export class Farewell {
  #hasStack = false;
  #named = false;
  #handedOver = false;
  #lastHeard = performance.now();
  #done: () => void = () => undefined;
  readonly #whenDone: Promise<void>;

  constructor() {
    this.#whenDone = new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  heard(): void {
    this.#lastHeard = performance.now();
  }
  stackRegistered(): void {
    this.#hasStack = true;
  }
  stackNamed(): void {
    this.#named = true;
    if (this.#handedOver) this.#done();
  }
  outputsRegistered(): void {
    this.#handedOver = true;
    if (this.#named) this.#done();
  }

  /** Resolves when the program has said all that it says by itself, or has said nothing for a while. */
  async ready(): Promise<void> {
    if (!this.#hasStack) return;
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<void>((resolve) => {
      const listen = (): void => {
        const left = this.#lastHeard + SILENCE_MS - performance.now();
        if (left <= 0) resolve();
        else timer = setTimeout(listen, left);
      };
      listen();
    });
    await Promise.race([this.#whenDone, silence]);
    clearTimeout(timer);
  }
}

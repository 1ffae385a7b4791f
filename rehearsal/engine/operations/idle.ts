/** Expires when nothing has happened for a while. */
export class IdleClock {
  readonly expired: Promise<void>;
  readonly #limitMs: number;
  #expire: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
    this.expired = new Promise((resolve) => {
      this.#expire = resolve;
    });
    this.touch();
  }

  touch(): void {
    if (this.#timer) this.#timer.refresh();
    else this.#timer = setTimeout(() => this.#expire(), this.#limitMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

/** Tasks of one lane wait for each other, in the order they came. A task must not reject. */
export class Lanes {
  readonly #last = new Map<string, Promise<unknown>>();

  run<Result>(lane: string, task: () => Promise<Result>): Promise<Result> {
    const turn = (this.#last.get(lane) ?? Promise.resolve()).then(task);
    this.#last.set(lane, turn);
    void turn.then(() => {
      if (this.#last.get(lane) === turn) this.#last.delete(lane);
    });
    return turn;
  }
}

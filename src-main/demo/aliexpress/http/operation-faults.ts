import { FaultSwitchboard } from '../../kit/faults/fault-switchboard.ts';
import type { FaultKind, StruckFaults } from '../faults.ts';

/** Everything of `/sync` has one path, so the rules are matched against the operation that the last request asked for. */
export class OperationFaults extends FaultSwitchboard<FaultKind> {
  #operationPath: string | null = null;

  /** To be told right before `strike`. */
  expect(operationPath: string): void {
    this.#operationPath = operationPath;
  }

  override strike(path: string, method?: string): StruckFaults {
    const wanted = this.#operationPath ?? path;
    this.#operationPath = null;
    return super.strike(wanted, method);
  }
}

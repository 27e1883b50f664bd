import { jsonAnswer, type Answer } from '../../kit/http/answer.ts';
import { answerControl } from '../../kit/control/answer-control.ts';
import type { Service } from '../../kit/http/serve-exchange.ts';
import { eventSchema } from '../events.ts';
import { coupangFaults, type CoupangFaultKind } from '../faults.ts';
import type { Platform } from '../platform.ts';
import { errorBody, Refusal } from '../refusal.ts';
import { apiCall } from './api-call.ts';
import { earlyAnswer, refusalAnswer } from './front-answers.ts';

const mostBodyBytes = 1_048_576;

/** What the kit's server needs to speak for this platform. */
export function createService(platform: Platform, hasControl: boolean): Service<CoupangFaultKind> {
  return {
    clock: platform.clock,
    faults: platform.faults,
    log: platform.log,
    mostBodyBytes,
    control: hasControl ? (asked) => answerControl(controlled(platform), asked) : null,
    early: (_asked, faults) => earlyAnswer(faults),
    answer: (asked, faults): Answer => apiCall(platform, asked, faults),
    tooLarge: () => refusalAnswer(new Refusal(413, 'Request body is too large')),
    badAddress: () => refusalAnswer(new Refusal(400, 'Bad Request')),
    broken: (error) => jsonAnswer(500, errorBody(`the simulator failed: ${String(error)}`)),
  };
}

function controlled(platform: Platform): Parameters<typeof answerControl>[0] {
  return {
    faults: platform.faults,
    faultKinds: coupangFaults,
    log: platform.log,
    world: () => platform.currentWorld(),
    happen: (event) => platform.happen(eventSchema.parse(event)),
  };
}

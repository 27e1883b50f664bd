import { jsonAnswer } from '../../kit/http/answer.ts';
import type { Service } from '../../kit/http/serve-exchange.ts';
import { takeControlRequest } from '../control.ts';
import type { FaultKind } from '../faults.ts';
import type { LabelPdf } from '../label-pdf.ts';
import type { Platform } from '../platform.ts';
import { badArgument, errorBody, Refusal } from '../refusal.ts';
import { refusalAnswer } from './answer.ts';
import { apiCall } from './api-call.ts';
import { labelFile } from './label-file.ts';
import { earlyAnswer } from './spoil.ts';

/** What the platform's server does with a request. */
export function ozonService(platform: Platform, labelPdf: LabelPdf, hasControl: boolean): Service<FaultKind> {
  return {
    clock: platform.clock,
    faults: platform.faults,
    log: platform.log,
    mostBodyBytes: 1_048_576,
    control: hasControl ? (asked) => takeControlRequest(platform, asked) : null,
    arrived: (asked) => {
      asked.operation = asked.url.pathname;
      platform.countRequest(asked.url.pathname);
    },
    early: (_asked, faults) => earlyAnswer(faults),
    answer: (asked, faults) =>
      asked.url.pathname.startsWith('/cdn/') ? labelFile(platform, labelPdf, asked) : apiCall(platform, asked, faults),
    tooLarge: () => refusalAnswer(new Refusal(413, 8, 'request body is too large')),
    badAddress: () => refusalAnswer(badArgument('the address of the request makes no sense')),
    broken: (error) =>
      error instanceof Refusal ? refusalAnswer(error) : jsonAnswer(500, errorBody(13, String(error))),
  };
}

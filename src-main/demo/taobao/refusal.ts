/** The platform says no, in a body with HTTP 200: a gateway code with its text, and mostly a sub code of the service behind. */
export class Refusal extends Error {
  readonly code: number;
  readonly subCode: string | null;
  readonly subMessage: string | null;

  constructor(code: number, message: string, subCode: string | null = null, subMessage: string | null = null) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.subCode = subCode;
    this.subMessage = subMessage;
  }
}

/** 40: a parameter that must be there is not. */
export function missing(name: string): Refusal {
  return new Refusal(
    40,
    `Missing required arguments:${name}`,
    `isv.missing-parameter:${name}`,
    `缺少必要的参数：${name}`,
  );
}

/** 41: a parameter is there and makes no sense. */
export function invalid(name: string, why = '参数无效'): Refusal {
  return new Refusal(41, `Invalid arguments:${name}`, `isv.invalid-parameter:${name}`, `${why}：${name}`);
}

/** 15 with `isv.…`: the service behind the gateway refuses; asking again does not help. */
export function serviceError(subCode: string, subMessage: string): Refusal {
  return new Refusal(15, 'Remote service error', subCode, subMessage);
}

/** 15 with `isp.…`: the platform's own trouble; asking later may help. */
export function platformTrouble(subCode: string, subMessage: string): Refusal {
  return new Refusal(15, 'Remote service error', subCode, subMessage);
}

/** 7: too many calls; the ban tells how long it lasts. */
export function callLimited(seconds: number, subCode = 'accesscontrol.limited-by-api-access-count'): Refusal {
  return new Refusal(7, 'App Call Limited', subCode, `This ban will last for ${seconds} more seconds`);
}

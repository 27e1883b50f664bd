/** ISP = service provider, ISV = caller, SYSTEM = platform. */
export type RefusalType = 'ISV' | 'ISP' | 'SYSTEM';

/** The gateway says no before or instead of the operation; it does so with HTTP 200. */
export class Refusal extends Error {
  readonly type: RefusalType;
  readonly code: string;

  constructor(type: RefusalType, code: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.type = type;
    this.code = code;
  }
}

export const incompleteSignature = (): Refusal =>
  new Refusal('ISV', 'IncompleteSignature', 'The request signature does not conform to platform standards');
export const illegalAccessToken = (): Refusal =>
  new Refusal('ISV', 'IllegalAccessToken', 'The specified access token is invalid or expired');
export const insufficientPermission = (): Refusal =>
  new Refusal('ISV', 'InsufficientPermission', 'The app does not have the permission to call this api');
export const ipNotAllowed = (ip: string): Refusal =>
  new Refusal('ISV', 'AppWhiteIpLimit', `The request ip ${ip} is not in the white list of the app`);
export const invalidApiPath = (): Refusal => new Refusal('ISV', 'InvalidApiPath', 'The specified API path is invalid');
export const illegalTimestamp = (): Refusal =>
  new Refusal('ISV', 'IllegalTimestamp', 'The specified timestamp is expired or malformed');
export const callLimit = (seconds: number): Refusal =>
  new Refusal(
    'SYSTEM',
    'ApiCallLimit',
    `Api access frequency exceeds the limit. this ban will last ${seconds} more seconds`,
  );
export const serviceUnavailable = (): Refusal =>
  new Refusal('SYSTEM', 'ServiceUnavailable', 'The service is temporarily unavailable');
export const systemError = (): Refusal => new Refusal('SYSTEM', 'SystemError', 'System error');
export const missingParameter = (name: string): Refusal =>
  new Refusal(
    'ISV',
    'MissingParameter',
    `The input parameter "${name}" that is mandatory for processing this request is not supplied`,
  );
export const invalidParameter = (name: string, reason: string): Refusal =>
  new Refusal('ISV', 'InvalidParameter', `The specified value of parameter "${name}" is not valid: ${reason}`);

/** The platform says no: an HTTP status, a code, a message and sometimes details. */
export class Refusal extends Error {
  readonly httpStatus: number;
  readonly code: string;
  readonly details: string | null;

  constructor(httpStatus: number, code: string, message: string, details: string | null = null) {
    super(message);
    this.name = 'Refusal';
    this.httpStatus = httpStatus;
    this.code = code;
    this.details = details;
  }
}

/** 400 InvalidInput, the platform's word for nearly everything. */
export function invalidInput(message: string, details = ''): Refusal {
  return new Refusal(400, 'InvalidInput', message, details);
}

/** 403: a token that is absent, dead or too small; the details say which, or nothing. */
export function unauthorized(details: string): Refusal {
  return new Refusal(403, 'Unauthorized', 'Access to requested resource is denied.', details);
}

/** 404. The code is not documented. */
export function notFound(message: string): Refusal {
  return new Refusal(404, 'NotFound', message, '');
}

/** The error body of all operations. */
export function errorBody(code: string, message: string, details: string | null): unknown {
  return { errors: [details === null ? { code, message } : { code, message, details }] };
}

/** The platform says no: an HTTP status and `{"code":"ERROR","message":…}` (coupang.md section 3). */
export class Refusal extends Error {
  readonly httpStatus: number;

  constructor(httpStatus: number, message: string) {
    super(message);
    this.name = 'Refusal';
    this.httpStatus = httpStatus;
  }
}

/** 400: bad parameters, and business rejections too. */
export function badRequest(message: string): Refusal {
  return new Refusal(400, message);
}

/** 401: signature, clock or key. */
export function unauthorized(message: string): Refusal {
  return new Refusal(401, message);
}

export function errorBody(message: string): { code: 'ERROR'; message: string } {
  return { code: 'ERROR', message };
}

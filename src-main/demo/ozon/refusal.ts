/** The platform says no: an HTTP status, a gRPC code and one of its message texts. */
export class Refusal extends Error {
  readonly httpStatus: number;
  readonly code: number;

  constructor(httpStatus: number, code: number, message: string) {
    super(message);
    this.name = 'Refusal';
    this.httpStatus = httpStatus;
    this.code = code;
  }
}

/** 400, gRPC 3: the request makes no sense to the platform. */
export function badArgument(message: string): Refusal {
  return new Refusal(400, 3, message);
}

/** 404, gRPC 5. */
export function notFound(message: string): Refusal {
  return new Refusal(404, 5, message);
}

/** 403, gRPC 7. */
export function denied(message: string): Refusal {
  return new Refusal(403, 7, message);
}

/** 409, gRPC 9: right request, wrong moment. Field reports have seen 400 for the same messages: read the message, not the number. */
export function conflict(message: string): Refusal {
  return new Refusal(409, 9, message);
}

/** The error body of the documents, `details` always present. */
export function errorBody(code: number, message: string): { code: number; message: string; details: never[] } {
  return { code, message, details: [] };
}

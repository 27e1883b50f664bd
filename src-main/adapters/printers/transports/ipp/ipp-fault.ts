/** The print system's answer breaks the protocol. The message never holds what it said. */
export class IppFault extends Error {
  constructor(message: string) {
    super(`ipp: ${message}`);
    this.name = 'IppFault';
  }
}

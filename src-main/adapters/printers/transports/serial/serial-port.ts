/** A serial port as the library sees it: the seam behind which the `serialport` package stands. */
export interface SerialDevice {
  /** Resolves when the system took the bytes; with RTS/CTS that may take as long as the printer says "wait". */
  write(bytes: Uint8Array): Promise<void>;
  /** Resolves when every byte went over the wire. */
  drain(): Promise<void>;
  listen(heard: (bytes: Uint8Array) => void): void;
  /** Never rejects. */
  close(): Promise<void>;
}

/** Opens a port, eight data bits, no parity, RTS/CTS. Rejects with the library's error. */
export type OpenSerial = (path: string, baudRate: number) => Promise<SerialDevice>;

/** A port of this computer; most are no printers. */
export interface SerialPortInfo {
  readonly path: string;
  readonly manufacturer: string | null;
  readonly serialNumber: string | null;
}

/** Loads the package only when somebody prints or looks for serial ports. */
export const openSerialPort: OpenSerial = async (path, baudRate) => {
  const { SerialPort } = await import('serialport');
  const port = await new Promise<InstanceType<typeof SerialPort>>((resolve, reject) => {
    const opened = new SerialPort({ path, baudRate, rtscts: true, autoOpen: false });
    opened.open((error) => (error === null || error === undefined ? resolve(opened) : reject(error)));
  });
  let hasBroken: (error: Error) => void = () => undefined;
  // An unplugged port closes by itself, and then no write ever calls back.
  const broken = new Promise<never>((_, reject) => (hasBroken = reject));
  broken.catch(() => undefined);
  port.on('error', hasBroken);
  port.on('close', () => hasBroken(new Error('port closed')));
  let pending = 0;
  const step = (run: (done: (error: Error | null | undefined) => void) => void): Promise<void> => {
    pending += 1;
    const made = new Promise<void>((resolve, reject) =>
      run((error) => {
        pending -= 1;
        if (error === null || error === undefined) resolve();
        else reject(error);
      }),
    );
    return Promise.race([broken, made]);
  };
  return {
    write: (bytes) => step((done) => port.write(bytes, done)),
    drain: () => step((done) => port.drain(done)),
    listen: (heard) => void port.on('data', (chunk: Uint8Array) => heard(chunk)),
    close: () =>
      new Promise((resolve) => {
        if (!port.isOpen) return resolve();
        const end = (): void => port.close(() => resolve());
        // What a stalled printer did not take is thrown away: a close that waits for it would never end. After a good
        // job nothing is: an adapter may still have the last bytes, though the port says that they are gone.
        if (pending > 0) port.flush(end);
        else end();
      }),
  };
};

/** The serial ports of this computer, Bluetooth ones among them. Rejects where they cannot be listed. */
export async function listSerialPorts(): Promise<readonly SerialPortInfo[]> {
  const { SerialPort } = await import('serialport');
  return (await SerialPort.list()).map(({ path, manufacturer, serialNumber }) => ({
    path,
    manufacturer: manufacturer ?? null,
    serialNumber: serialNumber ?? null,
  }));
}

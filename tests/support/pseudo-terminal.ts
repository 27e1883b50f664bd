import { spawn, spawnSync } from 'node:child_process';

/** A pair of terminals: `path` is what a program opens as a port, the rest is the printer's end. */
export interface PseudoTerminal {
  readonly path: string;
  /** What the program wrote so far. */
  readonly received: () => Buffer;
  /** Says something to the program. */
  say(bytes: Uint8Array): void;
  /** Stops and goes on reading, as a printer without paper does. */
  hold(isHeld: boolean): void;
  /** Pulls the plug. */
  unplug(): Promise<void>;
}

const PROGRAM = `
import os, pty, sys, tty, select
lead, port = pty.openpty()
tty.setraw(port)
print(os.ttyname(port), flush=True)
held = len(sys.argv) > 1
out = sys.stdout.buffer
while True:
    ready, _, _ = select.select([0] if held else [0, lead], [], [])
    if 0 in ready:
        line = os.read(0, 1)
        if line == b'': break
        if line == b'H': held = True
        elif line == b'G': held = False
        elif line == b'S':
            size = int.from_bytes(os.read(0, 2), 'big')
            os.write(lead, os.read(0, size))
    if lead in ready:
        out.write(os.read(lead, 4096))
        out.flush()
`;

/** Says why there is none here, or null. */
export function pseudoTerminalAbsence(): string | null {
  const { status } = spawnSync('python3', ['-c', 'import pty, tty']);
  return status === 0 ? null : 'python3 not found: the Debian package python3';
}

export async function openPseudoTerminal(isHeld = false): Promise<PseudoTerminal> {
  const child = spawn('python3', ['-c', PROGRAM, ...(isHeld ? ['held'] : [])], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const chunks: Buffer[] = [];
  const path = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    let line: string | null = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (line === null) return void chunks.push(chunk);
      const end = chunk.indexOf(0x0a);
      line += chunk.toString('latin1', 0, end < 0 ? chunk.length : end);
      if (end < 0) return;
      chunks.push(chunk.subarray(end + 1));
      resolve(line);
      line = null;
    });
  });
  return {
    path,
    received: () => Buffer.concat(chunks),
    say: (bytes) => void child.stdin.write(Buffer.concat([Buffer.of(0x53, bytes.length >> 8, bytes.length), bytes])),
    hold: (hold) => void child.stdin.write(hold ? 'H' : 'G'),
    unplug: async () => {
      child.stdin.end();
      child.kill('SIGKILL');
      await exited;
    },
  };
}

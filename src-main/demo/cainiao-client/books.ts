/** What the client was told to do and what came of it: for tests. */
export interface ClientBooks {
  /** Every request, as it came, in order. */
  requests: unknown[];
  tasks: RecordedTask[];
  /** What came out on paper: one entry a document and copy. */
  prints: PrintedDocument[];
  /** Texts that were no request of the protocol. */
  refused: string[];
}

export interface RecordedTask {
  taskId: string;
  requestId: string;
  printer: string;
  isPreview: boolean;
  atMs: number;
  documents: TaskDocument[];
}

export interface TaskDocument {
  documentId: string;
  status: 'pending' | 'success' | 'failed';
  message: string;
}

export interface PrintedDocument {
  taskId: string;
  documentId: string;
  printer: string;
  atMs: number;
  /** The decrypted label. */
  label: unknown;
  templateUrl: string;
  customArea: unknown;
}

export function emptyBooks(): ClientBooks {
  return { requests: [], tasks: [], prints: [], refused: [] };
}

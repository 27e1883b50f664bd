import { bodyText, headerText, type Asked } from '../../kit/http/asked.ts';
import { invalidParameter } from '../refusal.ts';

export interface GatewayParameters {
  /** Text parameters of query and body, decoded once. */
  texts: Map<string, string>;
  files: Map<string, Uint8Array>;
}

/** Common parameters may stand in the query or in the body. Throws Refusal when one name comes twice. */
export async function readParameters(asked: Asked): Promise<GatewayParameters> {
  const parameters: GatewayParameters = { texts: new Map(), files: new Map() };
  for (const [name, value] of asked.url.searchParams) addText(parameters, name, value);
  const contentType = headerText(asked.headers, 'content-type');
  if (contentType.startsWith('multipart/form-data')) await addForm(parameters, asked, contentType);
  else for (const [name, value] of new URLSearchParams(bodyText(asked))) addText(parameters, name, value);
  return parameters;
}

function addText(parameters: GatewayParameters, name: string, value: string): void {
  if (parameters.texts.has(name)) throw invalidParameter(name, 'sent twice');
  parameters.texts.set(name, value);
}

async function addForm(parameters: GatewayParameters, asked: Asked, contentType: string): Promise<void> {
  for (const [name, value] of await formOf(asked, contentType)) {
    if (typeof value === 'string') addText(parameters, name, value);
    else parameters.files.set(name, new Uint8Array(await value.arrayBuffer()));
  }
}

async function formOf(asked: Asked, contentType: string): Promise<FormData> {
  try {
    return await new Response(Buffer.from(asked.body), { headers: { 'Content-Type': contentType } }).formData();
  } catch {
    throw invalidParameter('body', 'not a form');
  }
}

/** What is asked for, before anything is checked: `/sync/<method>`, or the path. For the books and the fault switchboard. */
export function operationPath(asked: Asked): string {
  if (asked.url.pathname !== '/sync') return asked.url.pathname;
  const method =
    asked.url.searchParams.get('method') ?? new URLSearchParams(bodyText(asked)).get('method') ?? methodInForm(asked);
  return `/sync/${method}`;
}

function methodInForm(asked: Asked): string {
  return /name="method"\r\n\r\n([\w.]+)/u.exec(bodyText(asked))?.[1] ?? '';
}

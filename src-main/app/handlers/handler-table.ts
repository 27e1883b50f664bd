import type { MethodInput, MethodName, MethodOutput } from '../../contract/index.ts';

/** One handler a method; a missing or mistyped one does not compile. */
export type HandlerTable = {
  readonly [Name in MethodName]: (input: MethodInput<Name>) => Promise<MethodOutput<Name>>;
};

/** The methods that belong to the host: windows, language, the vault. */
export type HostMethod = Extract<MethodName, `app.${string}`>;
export type AppHandlers = Omit<HandlerTable, HostMethod>;
export type HostHandlers = Pick<HandlerTable, HostMethod>;
export type HandlersOf<Area extends string> = Pick<HandlerTable, Extract<MethodName, `${Area}.${string}`>>;

export const DONE = { done: true } as const;

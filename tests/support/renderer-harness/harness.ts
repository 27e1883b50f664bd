// The renderer without main: a believable board behind a false bridge. Options in the address, see options.ts.
import { FakeApp } from './fake-app.ts';
import { readOptions } from './options.ts';

const app = new FakeApp(readOptions(new URLSearchParams(location.search)));
Object.assign(window, { chudan: app.bridge, fakeApp: app });
await import('../../../src-renderer/main.tsx');

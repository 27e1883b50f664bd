// Two lint rules of our own, loaded by .oxlintrc.json.
import { noAmbient } from './no-ambient.mjs';
import { noLiteralText } from './no-literal-text.mjs';

export default {
  meta: { name: 'chudan' },
  rules: { 'no-ambient': noAmbient, 'no-literal-text': noLiteralText },
};

// Forbids reading time, chance or ids from the air: core and app get a clock and ids handed in,
// so that every decision can be replayed in a test.

const forbiddenMembers = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]);

/** `a.b` as text for a plain member expression on a plain name, else undefined. */
const memberName = (node) =>
  node.object.type === 'Identifier' && !node.computed && node.property.type === 'Identifier'
    ? `${node.object.name}.${node.property.name}`
    : undefined;

const isBareDate = (node) => node.callee.type === 'Identifier' && node.callee.name === 'Date';

export const noAmbient = {
  meta: { type: 'problem', docs: { description: 'no clock, chance or ids from the air' }, schema: [] },
  create(context) {
    const report = (node, what) =>
      context.report({ node, message: `${what} reads the outside; take the clock or the ids as an argument.` });
    return {
      MemberExpression(node) {
        const name = memberName(node);
        if (name !== undefined && forbiddenMembers.has(name)) report(node, name);
      },
      NewExpression(node) {
        if (isBareDate(node) && node.arguments.length === 0) report(node, 'new Date()');
      },
      CallExpression(node) {
        if (isBareDate(node)) report(node, 'Date()');
      },
    };
  },
};
